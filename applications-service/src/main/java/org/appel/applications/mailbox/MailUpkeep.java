package org.appel.applications.mailbox;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.logging.Logger;

import org.appel.applications.config.MailConfig;
import org.appel.applications.model.Unanswered;
import org.appel.applications.storage.AnsweredMails;
import org.appel.applications.storage.MailAnswers;
import org.appel.applications.storage.UnsortedMails;

/** Forgets what of mails is no more needed. Any number of replicas may run it. */
@ApplicationScoped
class MailUpkeep {
    private static final Logger LOG = Logger.getLogger(MailUpkeep.class);
    /** Answers are not repeated within a day; the clocks of a day and a night more do not matter. */
    private static final Duration ANSWERED = Duration.ofDays(2);
    /** An answer of which nothing was heard for so long will never be given. */
    private static final Duration UNHEARD = Duration.ofDays(30);

    private final UnsortedMails unsorted;
    private final MailAnswers answers;
    private final AnsweredMails answered;
    private final TrayDesk desk;
    private final MailConfig config;
    private final Clock clock;

    MailUpkeep(
            UnsortedMails unsorted,
            MailAnswers answers,
            AnsweredMails answered,
            TrayDesk desk,
            MailConfig config,
            Clock clock) {
        this.unsorted = unsorted;
        this.answers = answers;
        this.answered = answered;
        this.desk = desk;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m", identity = "mail-upkeep")
    @RunOnVirtualThread
    void forget() {
        var now = clock.instant();
        answered.forgetBefore(now.minus(ANSWERED));
        answers.forget(
                now.minus(config.keepDeclined()),
                now.minus(config.keepDeclined()).minus(UNHEARD));
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(this::giveUpNext);
        }
    }

    /** @return false if there was none */
    private boolean giveUpNext() {
        var left = unsorted.lockLeftBefore(clock.instant().minus(config.keepUnsorted()));
        left.ifPresent(mail -> {
            desk.note(Replies.unanswered(mail, Unanswered.NEVER_SORTED), null);
            LOG.warnf("mail was never sorted messageId=%s", mail.id());
        });
        return left.isPresent();
    }
}
