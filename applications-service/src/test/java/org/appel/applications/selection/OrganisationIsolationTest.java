package org.appel.applications.selection;

import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.appel.applications.Client;
import org.appel.applications.Form;
import org.appel.inspection.CandidateFiles;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;

import static org.appel.applications.PostingFixture.anOpenPosting;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructure
class OrganisationIsolationTest {
    @Test
    void by_no_route_does_one_organisation_see_anothers_application() {
        // Given
        var posting = Client.open(anOpenPosting().of("omct"));
        var id = applied(posting);
        var document = document(id);

        // When
        var answers = routes(posting, id, document)
                .map(path -> Client.get(path, Tokens.hr("oim")))
                .toList();

        // Then
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.text()).doesNotContain("Amina");
        });
    }

    @Test
    void anothers_application_is_answered_as_one_that_never_was() {
        // Given
        var posting = Client.open(anOpenPosting().of("omct"));
        var id = applied(posting);
        var never = UUID.randomUUID();

        // When
        var foreign = Client.get("/applications/" + id, Tokens.hr("oim"));
        var unknown = Client.get("/applications/" + never, Tokens.hr("oim"));

        // Then
        assertThat(foreign.text().replace(id.toString(), never.toString())).isEqualTo(unknown.text());
    }

    @Test
    void a_list_holds_only_the_callers_organisations() {
        // Given
        var mine = applied(Client.open(anOpenPosting().of("cndh")));
        applied(Client.open(anOpenPosting().of("omct")));

        // When
        var list = Client.get("/applications?limit=200", Tokens.hr("cndh"));

        // Then
        assertThat(list.json().path("items").findValuesAsText("id")).containsExactly(mine.toString());
    }

    @Test
    void nobody_of_another_organisation_moves_or_erases() {
        // Given
        var id = applied(Client.open(anOpenPosting().of("omct")));

        // When
        var move = Client.post(
                "/applications/" + id + "/stage", Tokens.hr("oim"), "{\"stage\": \"rejected\"}", "If-Match", "\"1\"");
        var erasure = Client.delete("/applications/" + id, Tokens.hr("oim"));

        // Then
        assertThat(move.status()).isEqualTo(404);
        assertThat(erasure.status()).isEqualTo(404);
        assertThat(Client.get("/applications/" + id, Tokens.hr("omct"))
                        .json()
                        .path("stage")
                        .asText())
                .isEqualTo("received");
    }

    @Test
    void the_panel_reads_and_changes_nothing() {
        // Given
        var id = applied(Client.open(anOpenPosting().of("omct")));

        // When
        var read = Client.get("/applications/" + id, Tokens.panel("omct"));
        var move = Client.post(
                "/applications/" + id + "/stage",
                Tokens.panel("omct"),
                "{\"stage\": \"rejected\"}",
                "If-Match",
                "\"1\"");
        var erasure = Client.delete("/applications/" + id, Tokens.panel("omct"));

        // Then
        assertThat(read.status()).isEqualTo(200);
        assertThat(move.status()).isEqualTo(403);
        assertThat(erasure.status()).isEqualTo(403);
    }

    @Test
    void without_a_token_or_with_another_role_nothing_is_shown() {
        // Given
        var posting = Client.open(anOpenPosting().of("omct"));
        var id = applied(posting);
        var document = document(id);

        // When
        var without = routes(posting, id, document).map(path -> Client.get(path, null));
        var board = routes(posting, id, document).map(path -> Client.get(path, Tokens.board()));

        // Then
        assertThat(without).allMatch(answer -> answer.status() == 401);
        assertThat(board).allMatch(answer -> answer.status() == 403);
    }

    @Test
    void an_administrator_sees_all() {
        // Given
        var posting = Client.open(anOpenPosting().of("omct"));
        var id = applied(posting);
        var document = document(id);

        // When
        var answers = routes(posting, id, document).map(path -> Client.get(path, Tokens.admin()));

        // Then
        assertThat(answers).allMatch(answer -> answer.status() == 200);
    }

    private static Stream<String> routes(UUID posting, UUID id, String document) {
        return Stream.of(
                "/applications/" + id,
                "/applications/" + id + "/documents/" + document,
                "/applications/" + id + "/history",
                "/applications?posting=" + posting,
                "/postings/" + posting + "/ledger",
                "/postings/" + posting + "/applications.csv");
    }

    private static UUID applied(UUID posting) {
        return Client.apply(
                        posting,
                        Form.of("Amina", "amina@example.org").document("cv", "CV.pdf", CandidateFiles.pdf("Amina")))
                .id();
    }

    private static String document(UUID id) {
        return Client.get("/applications/" + id, Tokens.hr("omct"))
                .json()
                .path("documents")
                .get(0)
                .path("id")
                .asText();
    }
}
