package org.appel.notification.storage;

import java.time.Duration;
import java.util.EnumSet;
import java.util.UUID;

import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

import org.appel.notification.RunningService;
import org.appel.notification.model.Kind;
import org.appel.service.OneColumn;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RunningService
class SendingRowsTest {

    private static final int BURST = 20_000;
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final SendingRows queue;
    private final NotificationRows notifications;
    private final EntityManager database;

    SendingRowsTest(SendingRows queue, NotificationRows notifications, EntityManager database) {
        this.queue = queue;
        this.notifications = notifications;
        this.database = database;
    }

    @Test
    void of_a_burst_only_what_is_taken_is_read_also_by_a_plan_that_was_made_when_the_queue_was_new() {
        rolledBack(() -> {
            // Given: a table of its own, which hides the one that the service works on
            hideTheQueue();
            for (int i = 0; i < 10; i++) {
                queue.claim(EnumSet.allOf(Kind.class), 8, LEASE);
            }
            burst(Kind.ACKNOWLEDGEMENT, BURST);
            long before = rowsRead();

            // When
            var claimed = queue.claim(EnumSet.allOf(Kind.class), 8, LEASE);

            // Then
            assertThat(claimed).hasSize(8);
            assertThat(rowsRead() - before).isLessThan(100);
        });
    }

    @Test
    void mails_that_cannot_be_addressed_at_the_moment_are_not_read_for_the_others() {
        rolledBack(() -> {
            // Given
            hideTheQueue();
            burst(Kind.HR_NOTICE, BURST);
            burst(Kind.ACKNOWLEDGEMENT, 20);
            long before = rowsRead();

            // When
            var claimed = queue.claim(EnumSet.complementOf(EnumSet.of(Kind.HR_NOTICE)), 8, LEASE);

            // Then
            assertThat(claimed).hasSize(8).allMatch(attempt -> attempt.mail().kind() == Kind.ACKNOWLEDGEMENT);
            assertThat(rowsRead() - before).isLessThan(100);
        });
    }

    @Test
    void of_all_kinds_the_longest_due_is_taken_first() {
        rolledBack(() -> {
            // Given
            hideTheQueue();
            burst(Kind.HR_NOTICE, 20);
            burst(Kind.ACKNOWLEDGEMENT, 20);
            execute(
                    "UPDATE notification SET next_attempt_at = next_attempt_at - interval '1 hour'"
                            + " WHERE kind = 'hr-notice' AND id IN (SELECT id FROM notification WHERE kind = 'hr-notice' LIMIT 5)");

            // When
            var claimed = queue.claim(EnumSet.allOf(Kind.class), 8, LEASE);

            // Then
            assertThat(claimed).hasSize(8);
            assertThat(claimed.stream().filter(attempt -> attempt.mail().kind() == Kind.HR_NOTICE))
                    .hasSizeGreaterThanOrEqualTo(5);
        });
    }

    @Test
    void what_hibernate_makes_of_a_statement_is_found_again_the_next_time() {
        // Given
        var statistics =
                database.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        askSomething();
        long before = statistics.getQueryPlanCacheMissCount();

        // When
        for (int i = 0; i < 100; i++) {
            askSomething();
        }

        // Then: a few belong to the dispatcher, which has perhaps just begun
        assertThat(statistics.getQueryPlanCacheMissCount() - before).isLessThan(20);
    }

    private void askSomething() {
        rolledBack(() -> {
            notifications.numberOf(UUID.randomUUID());
            notifications.nextNumber(UUID.randomUUID());
            notifications.acknowledgements(UUID.randomUUID(), 1);
            queue.backlog();
            queue.claim(EnumSet.noneOf(Kind.class), 1, LEASE);
            queue.erase(UUID.randomUUID());
        });
    }

    /** By a table of the transaction's own, of the same shape. */
    private void hideTheQueue() {
        execute("CREATE TEMP TABLE notification (LIKE notification INCLUDING ALL) ON COMMIT DROP");
    }

    private void burst(Kind kind, int mails) {
        execute("""
                INSERT INTO notification (id, kind, event_id, posting_id, organisation, application_id,
                    application_revision, application_number, door, language, occurred_at, message_id)
                SELECT gen_random_uuid(), '%s', gen_random_uuid(), gen_random_uuid(), 'omct',
                    gen_random_uuid(), 1, 1, 'api', 'fr', now(), gen_random_uuid()
                FROM generate_series(1, %d)""".formatted(kind.wire(), mails));
    }

    private static void rolledBack(Runnable work) {
        QuarkusTransaction.begin();
        try {
            work.run();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /** Of the table in sight, by this transaction. */
    private long rowsRead() {
        return OneColumn.query(database, """
                        SELECT seq_tup_read + idx_tup_fetch AS tuples FROM pg_stat_xact_user_tables
                        WHERE relid = 'notification'::regclass""", "tuples", Long.class).getSingleResult();
    }

    private void execute(String sql) {
        database.createNativeQuery(sql).executeUpdate();
    }
}
