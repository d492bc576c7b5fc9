package org.appel.postings.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.appel.postings.config.PostingsConfig;

/**
 * Knows whether what the public is shown has changed since somebody looked: at once if this process changed it, within a
 * look at table {@code board_change} if another replica did. Whoever keeps something that was read from the board takes a
 * {@link Stamp} before reading, and may use it as long as {@link #isCurrent} says so.
 *
 * <p>A look that fails, or comes late, makes every stamp void: then the database is asked.
 */
@ApplicationScoped
public class BoardState {

    private static final Logger LOG = Logger.getLogger(BoardState.class);

    /** Both moments are at the ends of an index that holds nothing but deadlines of open postings. */
    static final String LOOK = """
            SELECT number, changed_at,
                (SELECT min(closes_at) FROM posting WHERE state = 'OPEN' AND closes_at > appel_now()),
                (SELECT max(closes_at) FROM posting WHERE state = 'OPEN' AND closes_at <= appel_now())
            FROM board_change""";

    private static final Object NOTED = new Object();

    /** Longer than any transaction can stay open, so that what was written before is committed. */
    private static final Duration SETTLED = Duration.ofMinutes(2);

    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transaction;
    private final Clock clock;
    private final Duration every;
    private final long trustedForNanos;
    private final AtomicReference<Seen> seen = new AtomicReference<>(Seen.NOTHING);
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("board-watch").daemon().factory());

    BoardState(
            DataSource dataSource, TransactionSynchronizationRegistry transaction, Clock clock, PostingsConfig config) {
        this.dataSource = dataSource;
        this.transaction = transaction;
        this.clock = clock;
        this.every = config.reading().lookEvery();
        this.trustedForNanos = config.reading().trustedFor().toNanos();
    }

    /** One state of the board as this process knows it. */
    public record Stamp(long number, long own) {}

    void start(@Observes @Priority(2) StartupEvent started) {
        thread.scheduleWithFixedDelay(this::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        thread.shutdownNow();
    }

    /** The state at this moment, or an older one: never a newer one than what is read after this call. */
    public Stamp stamp() {
        return seen.get().stamp();
    }

    /** Whether nothing has changed since the stamp was taken, as far as this process can know. */
    public boolean isCurrent(Stamp stamp) {
        var current = seen.get();
        return current.stamp().equals(stamp) && isTrusted(current);
    }

    private boolean isTrusted(Seen state) {
        var lookedAt = state.lookedAt();
        return lookedAt != null && System.nanoTime() - lookedAt < trustedForNanos;
    }

    /**
     * When anything that a list could show changed last: something was written, or a deadline passed. Never earlier than
     * this process showed it first, so that who has seen an older state has an older moment.
     */
    public Instant lastChange(Instant now) {
        var current = seen.get();
        return isTrusted(current) ? current.lastChange(now) : now;
    }

    /** Lets every stamp lapse when the transaction that runs has ended, before its caller is told. */
    void changesWithThisTransaction() {
        if (transaction.getResource(NOTED) != null) {
            return;
        }
        transaction.putResource(NOTED, true);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                var now = clock.instant();
                seen.updateAndGet(before -> before.changedHere(now));
            }
        });
    }

    void look() {
        try (var connection = dataSource.getConnection()) {
            look(connection);
        } catch (SQLException | RuntimeException e) {
            // Stamps lapse by themselves; whoever reads tells the trouble.
            LOG.debug("the state of the board could not be read", e);
        }
    }

    /** What is seen is as old as the question: how long the connection was waited for makes it no older. */
    private void look(Connection connection) throws SQLException {
        long begin = System.nanoTime();
        try (var query = connection.prepareStatement(LOOK);
                var row = query.executeQuery()) {
            row.next();
            long number = row.getLong(1);
            var changedAt = instant(row, 2);
            var next = instant(row, 3);
            var due = instant(row, 4);
            var now = clock.instant();
            seen.updateAndGet(before -> before.looked(number, changedAt, next, due, now, begin));
        }
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    /**
     * @param number of changes, by the database
     * @param own how often this process changed something
     * @param changedAt when this process learned of the last change
     * @param nextDeadline the first that had not passed at the last look
     * @param lookedAt by the process's counter of nanoseconds; null before the first look
     */
    private record Seen(
            Stamp stamp,
            Instant changedAt,
            @Nullable Instant nextDeadline,
            @Nullable Long lookedAt) {

        static final Seen NOTHING = new Seen(new Stamp(-1, 0), Instant.EPOCH, null, null);

        Seen changedHere(Instant now) {
            return new Seen(new Stamp(stamp.number(), stamp.own() + 1), later(changedAt, now), nextDeadline, lookedAt);
        }

        Seen looked(
                long number,
                @Nullable Instant written,
                @Nullable Instant next,
                @Nullable Instant due,
                Instant now,
                long at) {
            var change = changedAt;
            if (lookedAt == null && written != null && written.isBefore(now.minus(SETTLED))) {
                change = later(change, written);
            } else if (number != stamp.number()) {
                change = later(change, now);
            }
            return new Seen(new Stamp(number, stamp.own()), later(change, due), next, at);
        }

        Instant lastChange(Instant now) {
            return nextDeadline == null || now.isBefore(nextDeadline) ? changedAt : later(changedAt, nextDeadline);
        }

        private static Instant later(Instant one, @Nullable Instant other) {
            return other == null || one.isAfter(other) ? one : other;
        }
    }
}
