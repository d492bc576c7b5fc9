package org.appel.applications.mailbox;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.Decline;
import org.appel.applications.model.Judgement;
import org.appel.applications.model.MailHead;
import org.appel.applications.model.MessageId;
import org.appel.applications.model.Refusal;
import org.appel.applications.model.Unanswered;
import org.appel.applications.storage.ArrivedMail;
import org.appel.applications.storage.UnsortedMail;

/** Mails that HR finds to be no application: those that are answered, and those that are not. */
@ApplicationScoped
class Replies {
    /** Only what is filed has to be known again. */
    private static final byte[] NO_CONTENT = {};

    private final TrayDesk desk;
    private final Declining declining;

    Replies(TrayDesk desk, Declining declining) {
        this.desk = desk;
        this.declining = declining;
    }

    /**
     * Answers it.
     *
     * @param words of HR, to stand in the answer; null for none
     * @throws ApplicationRefused if it is unknown to the caller, was sorted before, or cannot be answered so
     */
    void answer(MessageId id, Decline decline, @Nullable String words) {
        var head = desk.find(id).head();
        var address = head.answerTo();
        if (address == null) {
            throw new ApplicationRefused(new Refusal.NobodyToAnswer(id));
        }
        if (head.addressOnly() && words != null) {
            throw new ApplicationRefused(new Refusal.AnswersElsewhere(id));
        }
        desk.sort(
                id,
                mail -> declining.declineByHand(arrived(mail, head.saying(words)), mail.posting(), decline, address));
    }

    /**
     * Throws it away.
     *
     * @throws ApplicationRefused if it is unknown to the caller, or was sorted before
     */
    void dismiss(MessageId id) {
        desk.find(id);
        desk.sort(id, mail -> unanswered(mail, Unanswered.NOT_AN_APPLICATION));
    }

    /** What becomes of a mail that nobody hears of again. */
    static Settled unanswered(UnsortedMail mail, String reason) {
        return new Settled(
                arrived(mail, mail.head()), new Judgement.Refused(mail.posting(), reason, null, reason), null);
    }

    private static ArrivedMail arrived(UnsortedMail mail, MailHead head) {
        return mail.arrived(head, NO_CONTENT);
    }
}
