package org.appel.promises;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.appel.launcher.http.Answer;
import org.appel.launcher.http.UnexpectedAnswer;
import org.appel.launcher.process.Service;
import org.appel.running.Applicant;
import org.appel.running.HrList;
import org.appel.running.Mails;
import org.appel.running.RunningAppel;
import org.appel.running.Vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** PostgreSQL dies at any instant while people apply, and what was answered is there afterwards. */
@ExtendWith(RunningAppel.class)
class P8TheDatabaseDiesTest {

    private static final int DEATHS = 20;
    private static final int CLIENTS = 4;
    private static final Duration FIRST_SUCCESS_WITHIN = Duration.ofSeconds(5);

    @Test
    void twenty_deaths_under_load_and_nobody_who_was_told_yes_is_missing() {
        // Given
        var vacancy = Vacancy.open("P8 base tombée");
        var database = RunningAppel.appel().database();

        // When
        Load load;
        try (var running = new Load(vacancy)) {
            load = running;
            for (int death = 0; death < DEATHS; death++) {
                running.awaitMore(3);
                database.crash();
                database.start();
                running.awaitMore(1, FIRST_SUCCESS_WITHIN);
            }
        }

        // Then
        assertThat(load.others)
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.text()).isIn(503, 409))
                .filteredOn(answer -> answer.status() == 409)
                .allSatisfy(answer -> assertThat(answer.problem()).isEqualTo("idempotency-key-in-use"));
        assertThat(load.others).allSatisfy(answer -> assertThat(answer.headers().firstValue("Retry-After"))
                .isPresent());
        assertThat(missing(load, vacancy)).isEmpty();
        assertThat(HrList.of(vacancy).ids()).hasSameSizeAs(load.ids());
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
            var mails = Mails.now();
            assertThat(load.accepted)
                    .allSatisfy(a -> assertThat(mails.of(a.applicant())).isNotEmpty());
            assertThat(vacancy.ledger().path("balanced").asBoolean()).isTrue();
        });
    }

    @Test
    void the_check_sees_a_database_that_answers_before_it_has_written() throws SQLException {
        try (var _ = RunningAppel.another(Map.of())) {
            // Given
            answerBeforeWriting();
            var vacancy = Vacancy.open("P8 base légère");

            // When
            Load load;
            try (var running = new Load(vacancy)) {
                load = running;
                running.awaitMore(20);
                RunningAppel.appel().database().crash();
                running.enough();
                RunningAppel.appel().database().start();
            }

            // Then
            assertThat(missing(load, vacancy)).isNotEmpty();
        }
    }

    /** For every connection from now on. */
    private static void answerBeforeWriting() throws SQLException {
        var database = RunningAppel.appel().database();
        try (var connection = database.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET wal_writer_delay = '10s'");
            for (var service : Service.values()) {
                statement.execute("ALTER DATABASE " + service.database() + " SET synchronous_commit = off");
            }
        }
        database.crash();
        database.start();
    }

    private static Set<String> missing(Load load, Vacancy vacancy) {
        var missing = new HashSet<>(load.ids());
        await().ignoreExceptions().until(() -> {
            missing.removeAll(HrList.of(vacancy).ids());
            return true;
        });
        return missing;
    }

    /** People who apply one after the other, each until taken, and a note of every answer. */
    private static final class Load implements AutoCloseable {
        private final Vacancy vacancy;
        private final Queue<Accepted> accepted = new ConcurrentLinkedQueue<>();
        private final Queue<Answer> others = new ConcurrentLinkedQueue<>();
        private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        private volatile boolean enough;

        record Accepted(Applicant applicant, String id) {}

        Load(Vacancy vacancy) {
            this.vacancy = vacancy;
            for (int i = 0; i < CLIENTS; i++) {
                clients.submit(this::applyOneAfterTheOther);
            }
        }

        List<String> ids() {
            return accepted.stream().map(Accepted::id).toList();
        }

        void awaitMore(int number) {
            awaitMore(number, Duration.ofSeconds(60));
        }

        void awaitMore(int number, Duration within) {
            int before = accepted.size();
            await().pollInterval(Duration.ofMillis(20)).atMost(within).until(() -> accepted.size() >= before + number);
        }

        void enough() {
            enough = true;
        }

        /** Who has begun goes on until taken. */
        @Override
        public void close() {
            enough();
            clients.close();
        }

        private Void applyOneAfterTheOther() throws InterruptedException {
            while (!enough) {
                applyUntilTaken(Applicant.named("Base Tombée"));
                TimeUnit.MILLISECONDS.sleep(200);
            }
            return null;
        }

        private void applyUntilTaken(Applicant applicant) throws InterruptedException {
            while (true) {
                try {
                    var answer = applicant.applyTo(vacancy);
                    if (answer.isDone()) {
                        accepted.add(
                                new Accepted(applicant, answer.json().path("id").asText()));
                        return;
                    }
                    others.add(answer);
                } catch (UnexpectedAnswer none) {
                    // The connection broke: asked again.
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }
}
