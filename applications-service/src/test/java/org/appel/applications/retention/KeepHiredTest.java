package org.appel.applications.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.appel.applications.Client;
import org.appel.applications.Database;
import org.appel.applications.Form;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;

import static org.appel.applications.PostingFixture.anOpenPosting;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructure
@TestProfile(KeepHiredTest.Kept.class)
class KeepHiredTest {
    @Inject
    RetentionWatch watch;

    @Inject
    Clock clock;

    /** As an installation that keeps them. */
    public static class Kept implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("appel.retention.keep-hired", "true");
        }
    }

    @AfterEach
    void putTheClockBack() {
        Database.moveClock("0");
        Awaitility.await("the clock is back")
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        Duration.between(Instant.now(), clock.instant()).abs().toMinutes() < 5);
    }

    @Test
    void who_was_hired_is_neither_told_nor_erased() {
        // Given
        var posting =
                anOpenPosting().closing(Instant.now().plus(1, ChronoUnit.DAYS)).keptFor(1);
        Client.open(posting);
        var hired = apply(posting.id(), "hired@example.org");
        var other = apply(posting.id(), "other@example.org");
        advance(hired, "longlisted", "offered", "hired");

        // When
        moveTo(100);
        watch.look();
        NoticeLetters.sent(other, clock.instant());
        moveTo(117);
        watch.look();

        // Then
        var file = Client.get("/applications/" + hired, Tokens.hr("omct"));
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.json().path("erasedOn").isNull()).isTrue();
        assertThat(Database.rows("SELECT 1 FROM retention_notice WHERE application_id = '" + hired + "'"))
                .isEmpty();
        assertThat(Client.get("/applications/" + other, Tokens.hr("omct")).status())
                .isEqualTo(410);
    }

    private static UUID apply(UUID posting, String address) {
        return Client.apply(posting, Form.of("Amina", address)).id();
    }

    private static void advance(UUID id, String... stages) {
        for (int i = 0; i < stages.length; i++) {
            var answer = Client.post(
                    "/applications/" + id + "/stage",
                    Tokens.hr("omct"),
                    "{\"stage\": \"" + stages[i] + "\"}",
                    "If-Match",
                    "\"" + (i + 1) + "\"");
            assertThat(answer.status()).isEqualTo(200);
        }
    }

    private void moveTo(int days) {
        Database.moveClock(days + " days");
        Awaitility.await("the clock follows")
                .atMost(Duration.ofSeconds(30))
                .until(() -> Duration.between(Instant.now().plus(days, ChronoUnit.DAYS), clock.instant())
                                .abs()
                                .toMinutes()
                        < 5);
    }
}
