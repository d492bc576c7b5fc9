package org.appel.applications.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.appel.applications.Candidate;
import org.appel.applications.Client;
import org.appel.applications.Database;
import org.appel.applications.Form;
import org.appel.inspection.CandidateFiles;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;

import static org.appel.applications.PostingFixture.anOpenPosting;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructure
class AccessLogTest {
    private static final String PURPOSE = "Access-Purpose";

    @Inject
    AccessPurge purge;

    @AfterEach
    void putTheClockBack() {
        Database.moveClock("0");
    }

    @Test
    void every_look_at_a_file_is_noted_with_who_what_and_why() {
        // Given
        var hanna = Tokens.of("hanna", "hr", "omct");
        var pablo = Tokens.of("pablo", "panel", "omct");
        var posting = Client.open(anOpenPosting().of("omct"));
        var id = applied(posting);
        var document = Database.rows("SELECT id FROM document WHERE application_id = '" + id + "'")
                .getFirst();

        // When
        Client.get("/applications/" + id, hanna);
        Client.get("/applications/" + id + "/documents/" + document, pablo, PURPOSE, "panel");
        Client.get("/applications/" + id + "/history", hanna, PURPOSE, "complaint");
        Client.get("/postings/" + posting + "/applications.csv", hanna, PURPOSE, "data-request");
        Client.get("/applications/" + id, Tokens.admin(), PURPOSE, "support");
        Client.get("/applications/" + id + "/recipient", Tokens.service());

        // Then
        assertThat(accesses(id).stream().map(AccessLogTest::line))
                .containsExactly(
                        "recipient by service as service for correspondence",
                        "file by admin as admin for support",
                        "list-line by hanna as hr for data-request",
                        "history by hanna as hr for complaint",
                        "document by pablo as panel for panel",
                        "file by hanna as hr for selection");
        assertThat(accesses(id)).allSatisfy(access -> {
            assertThat(access.path("application").asText()).isEqualTo(id.toString());
            assertThat(access.path("posting").asText()).isEqualTo(posting.toString());
            assertThat(access.path("organisation").asText()).isEqualTo("omct");
        });
        assertThat(accesses(id).get(4).path("document").asText()).isEqualTo(document);
    }

    @Test
    void what_a_candidate_sees_is_noted_without_a_name() {
        // Given
        var candidate = Candidate.of(applied(Client.open(anOpenPosting())));
        var document = Database.rows("SELECT id FROM document WHERE application_id = '" + candidate.id() + "'")
                .getFirst();

        // When
        candidate.get("");
        candidate.get("/documents/" + document);
        candidate.get("/export");
        candidate.browser().get("");

        // Then
        assertThat(accesses(candidate.id()).stream()
                        .filter(access -> access.path("role").asText().equals("candidate"))
                        .map(AccessLogTest::line))
                .containsExactly(
                        "file by null as candidate for own",
                        "export by null as candidate for own",
                        "document by null as candidate for own",
                        "file by null as candidate for own");
    }

    @Test
    void a_purpose_that_there_is_not_shows_nothing_and_names_those_that_there_are() {
        // Given
        var id = applied(Client.open(anOpenPosting()));

        // When
        var answer = Client.get("/applications/" + id, Tokens.hr("omct"), PURPOSE, "curiosity");

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("unknown-purpose");
        assertThat(answer.json().path("purposes").toString())
                .isEqualTo("[\"selection\",\"panel\",\"complaint\",\"data-request\",\"support\"]");
        assertThat(accesses(id)).isEmpty();
    }

    @Test
    void what_cannot_be_noted_is_not_shown() {
        // Given
        var posting = Client.open(anOpenPosting());
        var id = applied(posting);
        var document = Database.rows("SELECT id FROM document WHERE application_id = '" + id + "'")
                .getFirst();
        change("ALTER TABLE file_access ADD CONSTRAINT never CHECK (accessed_at IS NULL) NOT VALID");

        // When
        List<Client.Answer> answers = new ArrayList<>();
        try {
            for (var path : List.of("", "/documents/" + document, "/history")) {
                answers.add(Client.get("/applications/" + id + path, Tokens.hr("omct")));
            }
            answers.add(Client.get("/applications/" + id + "/recipient", Tokens.service()));
        } finally {
            change("ALTER TABLE file_access DROP CONSTRAINT never");
        }

        // Then
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.text()).doesNotContain("Amina", "amina");
        });
    }

    @Test
    void what_was_refused_is_not_noted() {
        // Given
        var id = applied(Client.open(anOpenPosting()));

        // When
        var foreign = Client.get("/applications/" + id, Tokens.hr("oim"));
        var nothing = Client.get("/applications/" + id + "/documents/" + UUID.randomUUID(), Tokens.hr("omct"));

        // Then
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(nothing.status()).isEqualTo(404);
        assertThat(accesses(id)).isEmpty();
    }

    @Test
    void who_looked_is_listed_for_those_who_answer_for_it() {
        // Given
        var reader = "reader-" + UUID.randomUUID();
        var both = Tokens.of(reader, "hr", "omct", "oim");
        var here = applied(Client.open(anOpenPosting().of("omct")));
        var there = applied(Client.open(anOpenPosting().of("oim")));
        Client.get("/applications/" + here, both);
        Client.get("/applications/" + there, both);

        // When
        var all = Client.get("/accesses?by=" + reader, Tokens.admin());
        var omct = Client.get("/accesses?by=" + reader, Tokens.hr("omct"));
        var nobody = Client.get("/accesses?by=" + reader, Tokens.of("none", "hr"));
        var panel = Client.get("/accesses?by=" + reader, Tokens.panel("omct"));

        // Then
        assertThat(applications(all)).containsExactly(there.toString(), here.toString());
        assertThat(applications(omct)).containsExactly(here.toString());
        assertThat(applications(nobody)).isEmpty();
        assertThat(panel.status()).isEqualTo(403);
        assertThat(Client.get("/applications/" + here + "/accesses", Tokens.hr("oim"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_long_list_comes_in_pages_and_spans() {
        // Given
        var reader = "reader-" + UUID.randomUUID();
        var id = applied(Client.open(anOpenPosting()));
        Client.get("/applications/" + id, Tokens.of(reader, "hr", "omct"));
        Client.get("/applications/" + id + "/history", Tokens.of(reader, "hr", "omct"));
        var path = "/accesses?by=" + reader;
        var at = Client.get(path, Tokens.admin()).json().at("/items/0/at").asText();

        // When
        var first = Client.get(path + "&limit=1", Tokens.admin()).json();
        var second = Client.get(first.path("next").asText(), Tokens.admin()).json();
        var before = Client.get(path + "&to=" + at, Tokens.admin());
        var since = Client.get(path + "&from=" + at, Tokens.admin());
        var wrong = Client.get(path + "&from=yesterday", Tokens.admin());

        // Then
        assertThat(first.at("/items/0/what").asText()).isEqualTo("history");
        assertThat(second.at("/items/0/what").asText()).isEqualTo("file");
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(before.json().path("items").findValuesAsText("what")).containsExactly("file");
        assertThat(since.json().path("items").findValuesAsText("what")).containsExactly("history");
        assertThat(wrong.problem()).isEqualTo("bad-time");
    }

    @Test
    void the_log_outlives_the_application_but_not_its_own_time() {
        // Given
        var id = applied(Client.open(anOpenPosting()));
        Client.get("/applications/" + id, Tokens.hr("omct"));
        Client.delete("/applications/" + id, Tokens.hr("omct"));
        purge.purge();
        var kept = accesses(id).size();

        // When
        Database.moveClock("24 months 2 days");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            purge.purge();
            return Database.rows("SELECT 1 FROM file_access WHERE application_id = '" + id + "'")
                    .isEmpty();
        });

        // Then
        assertThat(kept).isEqualTo(1);
    }

    private static void change(String sql) {
        Database.run(sql);
    }

    private static List<JsonNode> accesses(UUID id) {
        var items = new ArrayList<JsonNode>();
        Client.get("/applications/" + id + "/accesses", Tokens.admin())
                .json()
                .path("items")
                .forEach(items::add);
        return items;
    }

    private static List<String> applications(Client.Answer answer) {
        return answer.json().path("items").findValuesAsText("application");
    }

    private static String line(JsonNode access) {
        return "%s by %s as %s for %s"
                .formatted(
                        access.path("what").asText(),
                        access.path("by").asText(),
                        access.path("role").asText(),
                        access.path("purpose").asText());
    }

    private static UUID applied(UUID posting) {
        return Client.apply(
                        posting,
                        Form.of("Amina", "amina@example.org").document("cv", "CV.pdf", CandidateFiles.pdf("Amina")))
                .id();
    }
}
