package org.appel.applications.mailbox.imap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

import org.appel.applications.config.MailboxesConfig;
import org.appel.applications.config.MailboxesConfig.Mailbox;
import org.appel.applications.storage.MailboxFolders;
import org.appel.applications.storage.MailboxFolders.State;

/** What an operator watches of the mailboxes: the same figures in every process, whichever reads. */
@ApplicationScoped
class MailboxMeters {
    private static final Logger LOG = Logger.getLogger(MailboxMeters.class);

    private final MailboxesConfig config;
    private final MailboxFolders folders;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final Instant startedAt;
    private volatile List<State> latest = List.of();

    MailboxMeters(MailboxesConfig config, MailboxFolders folders, MeterRegistry metrics, Clock clock) {
        this.config = config;
        this.folders = folders;
        this.metrics = metrics;
        this.clock = clock;
        startedAt = clock.instant();
    }

    void start(@Observes StartupEvent started) {
        config.byName().forEach((name, mailbox) -> {
            gauge("appel.mailbox.last.read.age.seconds", name, meters -> meters.age(name, mailbox));
            gauge("appel.mailbox.connected", name, meters -> meters.isConnected(name, mailbox) ? 1 : 0);
            gauge("appel.mailbox.stuck", name, meters -> meters.of(name, mailbox).stream()
                    .mapToInt(State::stuck)
                    .sum());
        });
    }

    @Scheduled(every = "5s", identity = "mailbox-meters", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        if (config.byName().isEmpty()) {
            return;
        }
        try {
            latest = folders.all();
        } catch (RuntimeException e) {
            LOG.debug("the mailboxes' state could not be read", e);
        }
    }

    /** Of each folder that the settings name and somebody has begun to read. */
    List<State> states() {
        return config.byName().entrySet().stream()
                .flatMap(entry -> of(entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    private List<State> of(String name, Mailbox mailbox) {
        return latest.stream()
                .filter(state ->
                        state.mailbox().equals(name) && mailbox.folders().contains(state.folder()))
                .toList();
    }

    private boolean isConnected(String name, Mailbox mailbox) {
        var states = of(name, mailbox);
        return states.size() == mailbox.folders().size() && states.stream().allMatch(State::connected);
    }

    /** Of the folder that was looked at the longest ago. */
    private double age(String name, Mailbox mailbox) {
        var now = clock.instant();
        var states = of(name, mailbox);
        var least = states.stream()
                .map(state -> state.readAt() == null ? state.since() : state.readAt())
                .min(Instant::compareTo);
        var since = states.size() == mailbox.folders().size() ? least.orElse(startedAt) : startedAt;
        return Math.max(0, Duration.between(since, now).toMillis() / 1000.0);
    }

    private void gauge(String meter, String mailbox, ToDoubleFunction<MailboxMeters> value) {
        Gauge.builder(meter, this, value).tag("mailbox", mailbox).register(metrics);
    }
}
