package org.appel.applications.ledger;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

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
import org.appel.applications.storage.MailboxFolders;
import org.appel.applications.storage.UnsortedMails;
import org.appel.messaging.Trouble;

/** Says at any moment by metrics whether the books balance, and what of the mailboxes waits. */
@ApplicationScoped
class LedgerWatch {
    private static final Logger LOG = Logger.getLogger(LedgerWatch.class);

    private final Ledgers ledgers;
    private final UnsortedMails unsorted;
    private final MailboxFolders folders;
    private final MailboxesConfig mailboxes;
    private final MeterRegistry metrics;
    private final AtomicReference<Double> unbalanced = new AtomicReference<>(Double.NaN);
    private final Map<String, Long> waiting = new ConcurrentHashMap<>();
    private final Map<String, Double> ages = new ConcurrentHashMap<>();

    LedgerWatch(
            Ledgers ledgers,
            UnsortedMails unsorted,
            MailboxFolders folders,
            MailboxesConfig mailboxes,
            MeterRegistry metrics) {
        this.ledgers = ledgers;
        this.unsorted = unsorted;
        this.folders = folders;
        this.mailboxes = mailboxes;
        this.metrics = metrics;
    }

    void register(@Observes StartupEvent started) {
        metrics.gauge("appel.ledger.unbalanced", unbalanced, AtomicReference::get);
        mailboxes.byName().keySet().forEach(name -> {
            var tags = Tags.of("mailbox", name);
            metrics.gauge("appel.mailbox.unsorted", tags, waiting, all -> all.getOrDefault(name, 0L));
            metrics.gauge("appel.mailbox.last.read.age.seconds", tags, ages, all -> all.getOrDefault(name, Double.NaN));
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
            if (books.unbalanced() > 0) {
                LOG.errorf("ledger does not balance accounts=%d", books.unbalanced());
            }
            var numbers = unsorted.numbers();
            waiting.keySet().retainAll(numbers.keySet());
            waiting.putAll(numbers);
            ages.putAll(oldest());
        } catch (RuntimeException e) {
            if (Trouble.of(e) != Trouble.PASSING) {
                throw e;
            }
            LOG.debug("the ledgers could not be read", e);
        }
    }

    /** A mailbox is as old as the folder of it that was looked at the longest time ago. */
    private Map<String, Double> oldest() {
        return folders.all().stream()
                .collect(Collectors.toMap(
                        MailboxFolders.State::mailbox, state -> state.age().toMillis() / 1000.0, Math::max));
    }
}
