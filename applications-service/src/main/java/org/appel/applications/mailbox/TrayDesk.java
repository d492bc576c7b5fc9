package org.appel.applications.mailbox;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.Judgement;
import org.appel.applications.model.MessageId;
import org.appel.applications.model.PostingId;
import org.appel.applications.model.Refusal;
import org.appel.applications.storage.JudgedMails;
import org.appel.applications.storage.MailDesks;
import org.appel.applications.storage.Messages;
import org.appel.applications.storage.SealedBlobs;
import org.appel.applications.storage.TakenMeanwhile;
import org.appel.applications.storage.UnsortedMail;
import org.appel.applications.storage.UnsortedMails;
import org.appel.service.Caller;

/** Where mails are taken out of the tray: each once, with who did it and when, and then nothing of it is kept for HR. */
@ApplicationScoped
class TrayDesk {
    private static final Logger LOG = Logger.getLogger(TrayDesk.class);
    private static final int TRIES = 8;

    private final UnsortedMails mails;
    private final JudgedMails judged;
    private final Messages messages;
    private final MailDesks desks;
    private final SealedBlobs blobs;
    private final Leaving leaving;
    private final Caller caller;
    private final Clock clock;

    TrayDesk(
            UnsortedMails mails,
            JudgedMails judged,
            Messages messages,
            MailDesks desks,
            SealedBlobs blobs,
            Leaving leaving,
            Caller caller,
            Clock clock) {
        this.mails = mails;
        this.judged = judged;
        this.messages = messages;
        this.desks = desks;
        this.blobs = blobs;
        this.leaving = leaving;
        this.caller = caller;
        this.clock = clock;
    }

    /** @throws ApplicationRefused if it is unknown to the caller, or somebody has sorted it before */
    UnsortedMail find(MessageId id) {
        judged.find(id)
                .filter(mail -> caller.worksFor(mail.organisation()))
                .orElseThrow(() -> new ApplicationRefused(new Refusal.UnknownMessage(id)));
        return mails.find(id).orElseThrow(() -> sortedBefore(id));
    }

    /**
     * Takes one out of the tray in a transaction of its own.
     *
     * @param deciding what becomes of it; may be asked again if it lost a race for something else
     */
    Judgement sort(MessageId id, Function<UnsortedMail, Settled> deciding) {
        for (int tries = 1; ; tries++) {
            try {
                return QuarkusTransaction.requiringNew().call(() -> {
                    var mail = mails.lock(id).orElseThrow(() -> sortedBefore(id));
                    hold(mail.posting());
                    return note(deciding.apply(mail), caller.name());
                });
            } catch (TakenMeanwhile lost) {
                if (tries == TRIES) {
                    throw lost;
                }
            }
        }
    }

    /**
     * Notes what became of a locked mail, with the current transaction.
     *
     * @param by null if nobody did it
     */
    Judgement note(Settled settled, @Nullable String by) {
        var mail = settled.mail();
        var judgement = settled.judgement();
        messages.sorted(mail, judgement, settled.answer(), by, clock.instant().truncatedTo(ChronoUnit.MICROS));
        blobs.forget(List.of(mail.id().value()));
        leaving.settled(settled);
        LOG.infof(
                "mail sorted messageId=%s outcome=%s",
                mail.id(), judgement.outcome().code());
        return judgement;
    }

    /** The account in which it stood waits while it is being counted. */
    private void hold(@Nullable PostingId posting) {
        if (posting != null) {
            desks.hold(posting);
        }
    }

    private static ApplicationRefused sortedBefore(MessageId id) {
        return new ApplicationRefused(new Refusal.AlreadySorted(id));
    }
}
