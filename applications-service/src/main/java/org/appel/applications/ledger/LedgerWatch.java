package org.appel.applications.ledger;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.logging.Logger;

import org.appel.applications.config.MailboxesConfig;
import org.appel.applications.storage.Ledgers;
import org.appel.applications.storage.UnsortedMails;
import org.appel.messaging.Trouble;

/** Says at any moment by metrics whether the books balance, and what of the mailboxes waits. */
@ApplicationScoped
class LedgerWatch {
    private static final Logger LOG = Logger.getLogger(LedgerWatch.class);

    private final Ledgers ledgers;
    private final UnsortedMails unsorted;
    private final MailboxesConfig mailboxes;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final AtomicReference<Double> unbalanced = new AtomicReference<>(Double.NaN);
    private final AtomicReference<Double> oldestPending = new AtomicReference<>(Double.NaN);
    private final Map<String, Long> waiting = new ConcurrentHashMap<>();

    LedgerWatch(
            Ledgers ledgers, UnsortedMails unsorted, MailboxesConfig mailboxes, MeterRegistry metrics, Clock clock) {
        this.ledgers = ledgers;
        this.unsorted = unsorted;
        this.mailboxes = mailboxes;
        this.metrics = metrics;
        this.clock = clock;
    }

    void register(@Observes StartupEvent started) {
        metrics.gauge("appel.ledger.unbalanced", unbalanced, AtomicReference::get);
        metrics.gauge("appel.ledger.oldest.pending.seconds", oldestPending, AtomicReference::get);
        mailboxes.byName().keySet().forEach(name -> {
            var tags = Tags.of("mailbox", name);
            metrics.gauge("appel.mailbox.unsorted", tags, waiting, all -> all.getOrDefault(name, 0L));
        });
    }

    @Scheduled(
            every = "30s",
            delayed = "5s",
            identity = "ledger-watch",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void look() {
        try {
            var books = ledgers.books(null, Accounts.known(mailboxes, null));
            unbalanced.set((double) books.unbalanced());
            oldestPending.set(books.pendingSince()
                    .map(since -> (double)
                            Math.max(0, Duration.between(since, clock.instant()).toSeconds()))
                    .orElse(0.0));
            if (books.unbalanced() > 0) {
                LOG.errorf("ledger does not balance accounts=%d", books.unbalanced());
            }
            var numbers = unsorted.numbers();
            waiting.keySet().retainAll(numbers.keySet());
            waiting.putAll(numbers);
        } catch (RuntimeException e) {
            if (Trouble.of(e) != Trouble.PASSING) {
                throw e;
            }
            LOG.debug("the ledgers could not be read", e);
        }
    }
}
