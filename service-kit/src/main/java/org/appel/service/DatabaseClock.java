package org.appel.service;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.sql.DataSource;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

/**
 * Follows the database's clock, {@code appel_now()}: one clock decides over any number of replicas.
 *
 * <p>Between two looks, a second apart, it runs on with the machine's clock; while the database is away it keeps the
 * distance it last saw.
 */
@ApplicationScoped
public class DatabaseClock extends Clock {

    private static final Logger LOG = Logger.getLogger(DatabaseClock.class);

    /** The two times in the second column are microseconds apart even without a shift: to the millisecond they are equal. */
    private static final String NOW =
            "SELECT appel_now(), round(extract(epoch FROM appel_now() - clock_timestamp()) * 1000)::bigint";

    private final DataSource dataSource;
    private final Clock machine = Clock.systemUTC();
    private volatile Duration ahead = Duration.ZERO;
    private volatile Duration shift = Duration.ZERO;

    DatabaseClock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void start(@Observes @Priority(1) StartupEvent started) throws SQLException {
        ahead = measure().middle();
        LOG.infof("clock follows the database ahead=%s", ahead);
    }

    @Scheduled(every = "1s", identity = "database-clock", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void follow() {
        try {
            ahead = measure().nearest(ahead);
        } catch (SQLException e) {
            LOG.debug("the database's clock could not be read", e);
        }
    }

    /** How far this clock and the database's are apart at this moment; never negative. */
    Duration difference() throws SQLException {
        return measure().nearest(ahead).minus(ahead).abs();
    }

    /**
     * How far Appel's time is moved from real time: zero in operation. Moments that others noted in real time, such as a
     * mail server, become Appel's when this is added.
     */
    public Duration shift() {
        return shift;
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(machine, ahead).withZone(zone);
    }

    /** The database's answer is from some moment between question and answer: a slow one says less. */
    private Distance measure() throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(NOW)) {
            var before = machine.instant();
            try (var row = query.executeQuery()) {
                row.next();
                var database = row.getObject(1, OffsetDateTime.class).toInstant();
                shift = Duration.ofMillis(row.getLong(2));
                return new Distance(Duration.between(machine.instant(), database), Duration.between(before, database));
            }
        }
    }

    /** How far the database's clock is ahead of the machine's: not less than {@code least}, nor more than {@code most}. */
    private record Distance(Duration least, Duration most) {

        Duration middle() {
            return least.plus(most.minus(least).dividedBy(2));
        }

        /** What was known before, moved no further than this shows it to be wrong: a slow answer does not move it. */
        Duration nearest(Duration known) {
            if (known.compareTo(least) < 0) {
                return least;
            }
            return known.compareTo(most) > 0 ? most : known;
        }
    }
}
