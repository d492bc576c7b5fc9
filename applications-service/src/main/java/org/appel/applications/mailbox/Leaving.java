package org.appel.applications.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.applications.config.MailConfig;
import org.appel.applications.model.Judgement;
import org.appel.applications.model.Unanswered;
import org.appel.applications.storage.ErasedMails;

/** Has mails that became no application leave their mailbox, each in its time: nothing of them lies there for ever. */
@ApplicationScoped
class Leaving {
    private final ErasedMails mails;
    private final MailConfig config;
    private final Clock clock;

    Leaving(ErasedMails mails, MailConfig config, Clock clock) {
        this.mails = mails;
        this.config = config;
        this.clock = clock;
    }

    /** Notes, with the current transaction, when a mail leaves of which this was noted. */
    void settled(Settled settled) {
        after(settled.judgement())
                .ifPresent(time -> mails.queue(
                        settled.mail(), time.isZero() ? null : clock.instant().plus(time)));
    }

    /** Empty as long as the mail is to be sorted, or belongs to an application. */
    private Optional<Duration> after(Judgement judgement) {
        return switch (judgement) {
            case Judgement.Refused refused
            when Unanswered.NEVER_SORTED.equals(refused.unanswered()) -> Optional.of(Duration.ZERO);
            case Judgement.Refused _ -> Optional.of(config.keepDeclined());
            case Judgement.Automatic _ -> Optional.of(config.keepUnsorted());
            case Judgement.Repeated repeated when repeated.application() == null -> Optional.of(config.keepUnsorted());
            case Judgement.Repeated _, Judgement.Filed _, Judgement.Unsorted _ -> Optional.empty();
        };
    }
}
