package org.appel.messaging;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.appel.testing.Infrastructure;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@RealInfrastructure
class InboxTest {

    private static final int TRICKLE = 3_000;

    @Inject
    Numbers numbers;

    @Inject
    DeadLetters letters;

    private final String series = UUID.randomUUID().toString();

    @Test
    void an_event_that_comes_three_times_takes_effect_once() {
        // When
        var id = Topics.sendEvent("numbers", series, Numbers.COUNTED, json(1));
        Topics.sendEvent("numbers", series, Numbers.COUNTED, id, json(1));
        Topics.sendEvent("numbers", series, Numbers.COUNTED, id, json(1));
        Topics.sendEvent("numbers", series, Numbers.COUNTED, json(2));

        // Then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(numbers.of(series)).containsExactly(1, 2));
    }

    @Test
    void events_of_one_key_take_effect_in_their_order() {
        // When
        IntStream.range(0, 200).forEach(number -> Topics.sendEvent("numbers", series, Numbers.COUNTED, json(number)));

        // Then
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(numbers.inOrderOfEffect(series))
                .containsExactlyElementsOf(IntStream.range(0, 200).boxed().toList()));
    }

    @Test
    void of_many_that_come_at_once_each_sound_one_takes_effect_once_and_in_order_and_each_poison_is_a_dead_letter() {
        // Given
        var sent = IntStream.range(0, 500).boxed().toList();

        // When
        try (var producer = Topics.producer()) {
            for (int number : sent) {
                var event =
                        Topics.event("numbers", series, Numbers.COUNTED, number % 50 == 7 ? "{ broken" : json(number));
                producer.send(event);
                if (number % 10 == 0) {
                    producer.send(event);
                }
            }
        }

        // Then
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(numbers.inOrderOfEffect(series))
                .containsExactlyElementsOf(
                        sent.stream().filter(number -> number % 50 != 7).toList()));
        await().untilAsserted(() -> assertThat(lettersOfThisSeries()).hasSize(10));
    }

    @Test
    void events_that_come_at_once_share_transactions() {
        // When
        try (var producer = Topics.producer()) {
            IntStream.range(0, 500)
                    .forEach(number -> producer.send(Topics.event("numbers", series, Numbers.COUNTED, json(number))));
        }

        // Then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(numbers.of(series)).hasSize(500));
        assertThat(numbers.transactions(series)).isLessThan(250);
    }

    @Test
    void while_another_replica_reads_a_group_events_are_read_one_by_one() throws SQLException {
        // Given
        try (var other = DriverManager.getConnection(
                        Infrastructure.jdbcUrl(), Infrastructure.databaseUser(), Infrastructure.databasePassword());
                var statement = other.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(hashtextextended('group-of-events:numbers', 0))");

            // When
            try (var producer = Topics.producer()) {
                IntStream.range(0, 100)
                        .forEach(number ->
                                producer.send(Topics.event("numbers", series, Numbers.COUNTED, json(number))));
            }

            // Then
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(numbers.inOrderOfEffect(series))
                    .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList()));
            assertThat(numbers.transactions(series)).isEqualTo(100);
        }
    }

    /**
     * Each comes about when the one before it has become a dead letter: that is when a reader that has a queue for each key
     * lets the queue go, and what is put into it then would never be read.
     */
    @Test
    void events_that_come_at_any_moment_between_dead_letters_are_all_read() throws Exception {
        // When
        try (var producer = Topics.producer()) {
            for (int number = 0; number < TRICKLE; number++) {
                var json = number % 2 == 0 ? json(number) : "{ broken";
                producer.send(Topics.event("numbers", series, Numbers.COUNTED, json))
                        .get();
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(5_000_000));
            }
        }

        // Then
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(numbers.of(series)).hasSize(TRICKLE / 2));
        // Cleaning up: the other tests look at the first thousand letters.
        QuarkusTransaction.requiringNew().run(() -> letters.forget(series));
    }

    @Test
    void poison_of_every_kind_becomes_a_dead_letter_and_does_not_stop_the_others() {
        // When
        send(null);
        send(new byte[0]);
        send("no event at all".getBytes());
        Topics.sendEvent("numbers", series, Numbers.COUNTED, "{ broken");
        Topics.sendEvent("numbers", series, Numbers.COUNTED, "{\"series\":null,\"number\":\"many\"}");
        Topics.sendEvent("numbers", series, Numbers.COUNTED, json(1_000_000));
        Topics.sendEvent("numbers", series, "org.appel.NumberForgotten.v9", "{}");
        Topics.sendEvent("numbers", series, Numbers.COUNTED, json(3));

        // Then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(numbers.of(series)).containsExactly(3));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(lettersOfThisSeries()).hasSize(6).allSatisfy(letter -> {
                            assertThat(letter.topic()).isEqualTo("numbers");
                            assertThat(letter.reason()).isNotBlank();
                            assertThat(letter.replayedAt()).isNull();
                        }));
    }

    @Test
    void poison_that_no_database_can_store_as_it_stands_is_listed_all_the_same() {
        // When
        Topics.send("numbers", series, Map.of("content-type", "application/json", "a\0b", "x"), "no event".getBytes());
        Topics.sendEvent("numbers", series, Numbers.COUNTED, "{\"series\":\"x\",\"number\":\"a\\u0000b\"}");
        Topics.sendEvent("numbers", series, Numbers.COUNTED, "{ broken");

        // Then
        await().untilAsserted(() -> assertThat(lettersOfThisSeries()).hasSize(3));
        var last = lettersOfThisSeries().getLast();
        assertThat(letters.replay(last.id())).isInstanceOf(DeadLetters.Replay.Refused.class);
    }

    @Test
    void a_dead_letter_is_replayed_once_its_cause_is_mended() {
        // Given
        numbers.makeTrouble(series);
        Topics.sendEvent("numbers", series, Numbers.COUNTED, json(7));
        var letter = await().atMost(Duration.ofSeconds(30))
                .until(() -> lettersOfThisSeries().stream().findFirst(), java.util.Optional::isPresent)
                .orElseThrow();

        // When
        var tooEarly = letters.replay(letter.id());
        numbers.mend(series);
        var replayed = letters.replay(letter.id());
        var again = letters.replay(letter.id());

        // Then
        assertThat(letter.reason()).contains("is in trouble");
        assertThat(tooEarly).isInstanceOfSatisfying(DeadLetters.Replay.Refused.class, r -> assertThat(
                        r.letter().attempts())
                .isEqualTo(1));
        assertThat(replayed).isInstanceOfSatisfying(DeadLetters.Replay.Done.class, r -> assertThat(
                        r.letter().replayedAt())
                .isNotNull());
        assertThat(again).isInstanceOf(DeadLetters.Replay.DoneBefore.class);
        assertThat(letters.replay(UUID.randomUUID())).isInstanceOf(DeadLetters.Replay.Unknown.class);
        assertThat(numbers.of(series)).containsExactly(7);
    }

    @Test
    void the_letters_of_a_key_that_is_forgotten_are_removed_and_those_of_others_stay() {
        // Given
        var other = new InboxTest();
        send("no event".getBytes());
        other.send("no event".getBytes());
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(lettersOf(series)).hasSize(1);
            assertThat(lettersOf(other.series)).hasSize(1);
        });

        // When
        var removed = QuarkusTransaction.requiringNew().call(() -> letters.forget(series));

        // Then
        assertThat(removed).isEqualTo(1);
        assertThat(lettersOf(series)).isEmpty();
        assertThat(lettersOf(other.series)).hasSize(1);
    }

    @Test
    void a_letter_that_was_on_its_way_while_its_key_was_forgotten_is_not_kept() {
        // Given
        var next = new InboxTest();

        // When
        QuarkusTransaction.requiringNew().run(() -> {
            letters.forget(series);
            send("no event".getBytes());
            await().atMost(Duration.ofSeconds(30)).until(this::readerWaits);
        });
        next.send("no event".getBytes());

        // Then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(lettersOf(next.series)).hasSize(1));
        assertThat(lettersOf(series)).isEmpty();
    }

    @Test
    void while_the_database_is_away_events_wait_and_none_becomes_a_dead_letter() {
        // Given
        Infrastructure.crashDatabase();

        // When
        IntStream.range(0, 20).forEach(n -> Topics.sendEvent("numbers", series, Numbers.COUNTED, json(n)));
        Infrastructure.startDatabase();

        // Then
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> assertThat(numbers.of(series))
                .containsExactlyElementsOf(IntStream.range(0, 20).boxed().toList()));
        assertThat(lettersOfThisSeries()).isEmpty();
    }

    private void send(byte @Nullable [] value) {
        Topics.send("numbers", series, Map.of("content-type", "application/json"), value);
    }

    private List<DeadLetter> lettersOfThisSeries() {
        return lettersOf(series);
    }

    private List<DeadLetter> lettersOf(String key) {
        return letters.list(null, 1000).stream()
                .filter(letter -> key.equals(letter.key()))
                .toList();
    }

    /** Whether the reader of dead letters stands before a key that somebody holds. */
    private boolean readerWaits() {
        var sql = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";
        try (var connection = DriverManager.getConnection(
                        Infrastructure.jdbcUrl(), Infrastructure.databaseUser(), Infrastructure.databasePassword());
                var query = connection.prepareStatement(sql);
                var rows = query.executeQuery()) {
            return rows.next() && rows.getInt(1) > 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String json(int number) {
        return "{\"series\":\"" + series + "\",\"number\":" + number + "}";
    }
}
