package org.appel.applications.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.appel.applications.Client;
import org.appel.applications.Database;
import org.appel.applications.Form;
import org.appel.applications.PostingFixture;
import org.appel.inspection.CandidateFiles;
import org.appel.testing.Contracts;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;
import org.appel.testing.Topics;

import static org.appel.applications.PostingFixture.anOpenPosting;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructure
class RetentionWatchTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final String ENDING = "org.appel.RetentionEnding.v1";

    @Inject
    RetentionWatch watch;

    @Inject
    Clock clock;

    @AfterEach
    void putTheClockBack() {
        Database.moveClock("0");
        Awaitility.await("the clock is back")
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        Duration.between(Instant.now(), clock.instant()).abs().toMinutes() < 5);
    }

    @Test
    void the_end_is_announced_once_and_carried_out_on_the_announced_day() {
        // Given
        var posting = closingTomorrow().keptFor(1);
        var id = applied(posting);
        var day = erasedOn(id);

        // When
        moveTo(announceable(day));
        watch.look();
        watch.look();

        // Then
        assertThat(announcements(id)).singleElement().satisfies(event -> {
            Contracts.assertValid(ENDING, event.toString());
            assertThat(event.path("erasedOn").asText()).isEqualTo(day.toString());
            assertThat(event.path("language").asText()).isEqualTo("fr");
            assertThat(event.path("postingId").asText()).isEqualTo(posting.id().toString());
        });
        NoticeLetters.sent(id, clock.instant());
        assertThat(erasedOn(id)).isEqualTo(day);
        moveTo(startOf(day).minus(1, ChronoUnit.HOURS));
        watch.look();
        assertThat(file(id).status()).isEqualTo(200);
        moveTo(startOf(day).plus(1, ChronoUnit.HOURS));
        watch.look();
        assertThat(file(id).status()).isEqualTo(410);
        var certificate = Client.get("/applications/" + id + "/erasure", Tokens.hr("omct"))
                .json();
        assertThat(certificate.path("reason").asText()).isEqualTo("retention");
        assertThat(certificate.at("/destroyed/documents").asInt()).isEqualTo(1);
        assertThat(announcements(id)).hasSize(1);
    }

    @Test
    void nobody_is_erased_unannounced_however_late_it_is() {
        // Given
        var id = applied(closingTomorrow().keptFor(1));

        // When
        moveTo(100);
        watch.look();
        watch.look();

        // Then
        var day = LocalDate.ofInstant(clock.instant(), BRUSSELS);
        assertThat(file(id).status()).isEqualTo(200);
        assertThat(LocalDate.parse(announcements(id).getFirst().path("erasedOn").asText()))
                .isBetween(day.plusDays(14), day.plusDays(15));
        NoticeLetters.sent(id, clock.instant());
        moveTo(117);
        watch.look();
        assertThat(file(id).status()).isEqualTo(410);
    }

    @Test
    void nobody_is_erased_whose_letter_is_still_on_its_way() {
        // Given
        var id = applied(closingTomorrow().keptFor(1));
        moveTo(announceable(erasedOn(id)));
        watch.look();

        // When
        moveTo(100);
        watch.look();

        // Then
        assertThat(file(id).status()).isEqualTo(200);
        NoticeLetters.sent(id, clock.instant());
        watch.look();
        assertThat(file(id).status()).isEqualTo(200);
        moveTo(117);
        watch.look();
        assertThat(file(id).status()).isEqualTo(410);
    }

    @Test
    void whoever_cannot_be_told_is_erased_all_the_same() {
        // Given
        var id = applied(closingTomorrow().keptFor(1));
        var day = erasedOn(id);
        moveTo(announceable(day));
        watch.look();
        NoticeLetters.failed(id, clock.instant());

        // When
        moveTo(startOf(day).plus(1, ChronoUnit.HOURS));
        watch.look();

        // Then
        assertThat(file(id).status()).isEqualTo(410);
    }

    @Test
    void a_changed_retention_moves_the_day_and_is_announced_anew() {
        // Given
        var posting = closingTomorrow().keptFor(1);
        var id = applied(posting);
        var first = erasedOn(id);
        moveTo(announceable(first));
        watch.look();
        NoticeLetters.sent(id, clock.instant());

        // When
        posting.amended().keptFor(3).amend("longer");

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> erasedOn(id)
                .isAfter(first.plusDays(50)));
        var second = erasedOn(id);
        moveTo(startOf(first).plus(1, ChronoUnit.DAYS));
        watch.look();
        assertThat(file(id).status()).isEqualTo(200);
        assertThat(announcements(id)).hasSize(1);
        moveTo(announceable(second));
        watch.look();
        assertThat(announcements(id).stream()
                        .map(event -> event.path("erasedOn").asText()))
                .containsExactly(first.toString(), second.toString());
        NoticeLetters.sent(id, clock.instant());
        moveTo(startOf(second).plus(1, ChronoUnit.HOURS));
        watch.look();
        assertThat(file(id).status()).isEqualTo(410);
    }

    @Test
    void a_reopened_posting_moves_the_day() {
        // Given
        var posting = closingTomorrow().keptFor(1);
        var id = applied(posting);
        var first = erasedOn(id);

        // When
        posting.extendedTo(now().plus(60, ChronoUnit.DAYS)).amend("extended");

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> erasedOn(id)
                .isAfter(first.plusDays(50)));
    }

    @Test
    void without_a_deadline_the_last_change_counts_and_then_the_withdrawal() {
        // Given
        var posting = anOpenPosting().keptFor(12);
        var id = applied(posting);
        var today = LocalDate.ofInstant(
                Instant.parse(file(id).json().path("updatedAt").asText()), ZoneOffset.UTC);
        var before = erasedOn(id);

        // When
        posting.withdraw();

        // Then
        assertThat(before).isEqualTo(today.plusMonths(12));
        // The withdrawal is of 2 January 2020: its end is long past, and the day leaves time to be told.
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> erasedOn(id)
                .isBefore(today.plusDays(17)));
        assertThat(erasedOn(id)).isAfterOrEqualTo(today.plusDays(14));
    }

    @Test
    void a_posting_that_does_not_say_keeps_for_two_years() {
        // Given
        var posting = closingTomorrow();

        // When
        var id = applied(posting);

        // Then
        var closing = LocalDate.ofInstant(
                Instant.parse(posting.state().path("closesAt").asText()), BRUSSELS);
        assertThat(erasedOn(id)).isEqualTo(closing.plusMonths(24));
    }

    @Test
    void replicas_that_look_at_once_announce_once() {
        // Given
        var posting = closingTomorrow().keptFor(1);
        Client.open(posting);
        var ids = IntStream.range(0, 12).mapToObj(_ -> apply(posting)).toList();
        moveTo(20);

        // When
        var looks = Stream.generate(() -> CompletableFuture.runAsync(watch::look))
                .limit(4)
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(looks).join();

        // Then
        assertThat(ids).allSatisfy(id -> assertThat(announcements(id)).hasSize(1));
    }

    private static PostingFixture closingTomorrow() {
        return anOpenPosting().closing(now().plus(1, ChronoUnit.DAYS));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private static UUID applied(PostingFixture posting) {
        Client.open(posting);
        return apply(posting);
    }

    private static UUID apply(PostingFixture posting) {
        var address = "amina." + UUID.randomUUID() + "@example.org";
        return Client.apply(
                        posting.id(), Form.of("Amina", address).document("cv", "CV.pdf", CandidateFiles.pdf("Amina")))
                .id();
    }

    private static Client.Answer file(UUID id) {
        return Client.get("/applications/" + id, Tokens.hr("omct"));
    }

    private static LocalDate erasedOn(UUID id) {
        return LocalDate.parse(file(id).json().path("erasedOn").asText());
    }

    /** The outbox is told, too: what is not on the topic yet is there. */
    private static List<JsonNode> announcements(UUID id) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Database.rows(
                        "SELECT 1 FROM outbox WHERE event_key = '" + id + "'")
                .isEmpty());
        return Topics.read("applications").stream()
                .filter(told ->
                        told.key().equals(id.toString()) && Topics.type(told).equals(ENDING))
                .map(told -> Client.json(Topics.text(told)))
                .toList();
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(BRUSSELS).toInstant();
    }

    /** In the course of the day on which it is announced. */
    private static Instant announceable(LocalDate day) {
        return startOf(day).minus(14, ChronoUnit.DAYS).minus(12, ChronoUnit.HOURS);
    }

    private void moveTo(int days) {
        moveTo(Instant.now().plus(days, ChronoUnit.DAYS));
    }

    /** And waits until the service's clock has followed. */
    private void moveTo(Instant moment) {
        Database.moveClock(Duration.between(Instant.now(), moment).toSeconds() + " seconds");
        Awaitility.await("the clock follows")
                .atMost(Duration.ofSeconds(30))
                .until(() -> Duration.between(moment, clock.instant()).abs().toMinutes() < 5);
    }
}
