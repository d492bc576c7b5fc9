package org.appel.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.appel.launcher.embedded.FileTree;
import org.appel.launcher.http.Answer;
import org.appel.launcher.local.LocalSettings;
import org.appel.launcher.local.LocalSystem;
import org.appel.launcher.local.Progress;
import org.appel.launcher.process.Service;
import org.appel.launcher.samples.Notice;
import org.appel.launcher.samples.Samples;
import org.appel.running.Repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.awaitility.Awaitility.await;

/** The sample notices, each at a time when it is open: their clock only goes forward, so the order matters. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TheFiveNoticesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant MAY_2024 = Instant.parse("2024-05-10T07:00:00Z");
    private static final Instant JULY_2025 = Instant.parse("2025-07-09T07:00:00Z");
    private static final Instant MARCH_2026 = Instant.parse("2026-03-02T08:00:00Z");

    private static final Map<Notice, String> IDS = new EnumMap<>(Notice.class);
    private static Path data;
    private static LocalSystem appel;

    @BeforeAll
    static void aSystemInMay2024WithTheNoticesAsDrafts() throws IOException {
        data = Files.createTempDirectory("appel-notices-");
        appel = LocalSystem.started(
                LocalSettings.temporary(Repository.root(), data).at(MAY_2024), Progress.SILENT, Clock.systemUTC());
        new Samples(appel).load().forEach(draft -> IDS.put(draft.notice(), draft.id()));
    }

    @AfterAll
    static void stop() {
        if (appel != null) {
            appel.close();
        }
        FileTree.delete(data);
    }

    @Test
    @Order(1)
    void the_programme_director_is_open_until_the_end_of_26_may_2024_in_brussels() {
        // When
        var posting = published(Notice.HRD_DIRECTOR);

        // Then
        assertThatObject(posting)
                .returns("2024-05-27T00:00:00+02:00", p -> p.path("closesAt").asText())
                .returns(100, p -> p.path("workloadPercent").asInt())
                .returns(
                        "[{\"city\":\"Bruxelles\",\"country\":\"BE\",\"arrangement\":\"on-site\"}]",
                        p -> p.path("places").toString())
                .returns(true, p -> p.path("start").path("asap").asBoolean())
                .returns(true, p -> p.path("contract").isNull())
                .returns("Director of the HRD Programme", p -> subject(p))
                .returns("cover_letter,cv", p -> documents(p))
                .returns("en required,fr asset,es asset,ru asset", p -> languages(p));
        assertThatObject(posting.path("pay"))
                .returns(4300.0, p -> p.path("from").asDouble())
                .returns(5100.0, p -> p.path("to").asDouble())
                .returns("EUR", p -> p.path("currency").asText())
                .returns("month", p -> p.path("per").asText())
                .returns(12, p -> p.path("paymentsPerYear").asInt());
    }

    @Test
    @Order(2)
    void the_two_notices_that_are_silent_are_refused_with_each_gap_named() {
        for (var notice : new Notice[] {Notice.PROTECTION_POLICY, Notice.PROMOTION_DIRECTOR}) {
            // When
            var refused = publish(notice);

            // Then
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.problem()).isEqualTo("not-publishable");
            assertThat(StreamSupport.stream(refused.json().path("errors").spliterator(), false)
                            .map(error -> error.path("pointer").asText()))
                    .contains("/deadline", "/apply");
        }
    }

    @Test
    @Order(3)
    void the_civic_space_post_at_80_percent_shows_its_own_pay_and_the_first_instant_that_is_too_late() {
        // Given
        appel.moveClockTo(JULY_2025);

        // When
        var posting = published(Notice.CIVIC_SPACE);

        // Then
        assertThatObject(posting)
                .returns("2025-08-04T00:00:00+02:00", p -> p.path("closesAt").asText())
                .returns(80, p -> p.path("workloadPercent").asInt())
                .returns("2025-09-01", p -> p.path("start").path("date").asText())
                .returns("fixed-term", p -> p.path("contract").path("type").asText())
                .returns(12, p -> p.path("contract").path("months").asInt())
                .returns("Bruxelles", p -> p.path("places").path(0).path("city").asText())
                .returns("Chargé·e de mission, Protection de l’espace civique (Tunisie/UE)", p -> subject(p))
                .returns(
                        "applications@omct.org",
                        p -> p.path("apply").path("email").path("address").asText())
                .returns("cover_letter,cv", p -> documents(p))
                .returns("fr required,en required,ar asset", p -> languages(p))
                .returns("written-test,panel-interview", p -> join(p.path("selection")));
        assertThatObject(posting.path("payForThisWorkload"))
                .returns(30_720.0, p -> p.path("from").asDouble())
                .returns(33_120.0, p -> p.path("to").asDouble())
                .returns("EUR", p -> p.path("currency").asText())
                .returns("year", p -> p.path("per").asText());
    }

    @Test
    @Order(4)
    void a_deadline_of_two_years_is_behind_and_the_first_notice_is_shown_as_closed() {
        await().untilAsserted(() ->
                assertThat(get(Notice.HRD_DIRECTOR).path("state").asText()).isEqualTo("closed"));
    }

    @Test
    @Order(5)
    void the_secretary_general_is_open_until_the_end_of_3_april_2026_in_geneva() {
        // Given
        appel.moveClockTo(MARCH_2026);

        // When
        var posting = published(Notice.SECRETARY_GENERAL);

        // Then
        assertThatObject(posting)
                .returns("2026-04-04T00:00:00+02:00", p -> p.path("closesAt").asText())
                .returns(100, p -> p.path("workloadPercent").asInt())
                .returns("2026-07-01", p -> p.path("start").path("date").asText())
                .returns(true, p -> p.path("start").path("provisional").asBoolean())
                .returns("Genève", p -> p.path("places").path(0).path("city").asText())
                .returns("CH", p -> p.path("places").path(0).path("country").asText())
                .returns("Secrétaire Général(e)", p -> subject(p))
                .returns(true, p -> p.path("pay").path("from").isNull())
                .returns("en required,fr required,ar asset,es asset,ru asset,de asset", p -> languages(p));
    }

    private static JsonNode published(Notice notice) {
        publish(notice).orThrow("publishing " + notice);
        var posting = get(notice);
        assertThat(posting.path("state").asText()).isEqualTo("open");
        return posting;
    }

    private static Answer publish(Notice notice) {
        return appel.api(Service.POSTINGS, "hr", notice.organisation())
                .put("/postings/" + IDS.get(notice) + "/publication", JSON.createObjectNode(), Map.of("If-Match", "*"));
    }

    /** As the public sees it. */
    private static JsonNode get(Notice notice) {
        return appel.api(Service.POSTINGS, "board")
                .anonymous()
                .get("/postings/" + IDS.get(notice))
                .orThrow("reading " + notice)
                .json();
    }

    private static String subject(JsonNode posting) {
        return posting.path("apply").path("email").path("subject").asText();
    }

    private static String documents(JsonNode posting) {
        return join(posting.path("apply").path("documents"));
    }

    private static String languages(JsonNode posting) {
        return StreamSupport.stream(posting.path("languages").spliterator(), false)
                .map(l -> l.path("code").asText() + " " + l.path("need").asText())
                .reduce((a, b) -> a + "," + b)
                .orElse("");
    }

    private static String join(JsonNode texts) {
        return StreamSupport.stream(texts.spliterator(), false)
                .map(JsonNode::asText)
                .reduce((a, b) -> a + "," + b)
                .orElse("");
    }
}
