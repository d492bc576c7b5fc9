package org.appel.applications.mailbox;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.EmailAddress;
import org.appel.applications.model.PostingId;
import org.appel.applications.model.Unanswered;
import org.appel.applications.storage.AnsweredMails;
import org.appel.applications.storage.ArrivedMail;
import org.appel.applications.storage.BlindIndex;

/**
 * Says whether a mail is answered: at most once a day to one address about one posting, or about none (RFC 3834, 2).
 * Counted is whoever gets the answer, so that a forged author keeps nobody else from theirs; and, since some senders have
 * another envelope address for each mail, the author together with the domain to which the answer goes.
 */
@ApplicationScoped
class Answering {
    private final AnsweredMails answered;
    private final BlindIndex index;

    Answering(AnsweredMails answered, BlindIndex index) {
        this.answered = answered;
        this.index = index;
    }

    /**
     * An answer that may be given, or the reason why not.
     *
     * @param unanswered null if it may be given
     * @param index under which it was noted; null if it may not be given
     */
    record Leave(@Nullable String unanswered, byte @Nullable [] index) {
        boolean isGiven() {
            return unanswered == null;
        }

        @Override
        public String toString() {
            return "Leave[" + unanswered + "]";
        }
    }

    /** Asks for an answer that nobody decided but this service. */
    Leave ask(ArrivedMail mail, @Nullable PostingId posting) {
        var address = mail.head().answerTo();
        if (address == null) {
            return new Leave(Unanswered.NO_ADDRESS, null);
        }
        if (mail.head().answerUnwanted()) {
            return new Leave(Unanswered.UNWANTED, null);
        }
        var answer = index(mail, posting, address);
        return claimByWay(mail, posting, address) && answered.claim(answer)
                ? new Leave(null, answer)
                : new Leave(Unanswered.ANSWERED_TODAY, null);
    }

    /** Notes an answer that a person decided. */
    Leave note(ArrivedMail mail, @Nullable PostingId posting, EmailAddress address) {
        var answer = index(mail, posting, address);
        answered.note(answer);
        return new Leave(null, answer);
    }

    private boolean claimByWay(ArrivedMail mail, @Nullable PostingId posting, EmailAddress address) {
        var author = mail.head().from();
        if (author == null || author.isSameAs(address)) {
            return true;
        }
        return answered.claim(
                posting == null
                        ? index.answer(mail.place().mailbox(), author, address.domain())
                        : index.answer(posting, author, address.domain()));
    }

    private byte[] index(ArrivedMail mail, @Nullable PostingId posting, EmailAddress address) {
        return posting == null ? index.answer(mail.place().mailbox(), address) : index.answer(posting, address);
    }
}
