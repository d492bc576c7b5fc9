package org.appel.applications.erasure;

import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
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
class CertificateTest {
    @Test
    void an_erasure_leaves_a_certificate_that_counts_and_names_nobody() {
        // Given
        var posting = Client.open(anOpenPosting());
        var id = applied(posting);

        // When
        Client.delete("/applications/" + id, Tokens.of("hanna", "hr", "omct"));

        // Then
        var answer = certificate(id);
        var certificate = answer.json();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(certificate.path("application").asText()).isEqualTo(id.toString());
        assertThat(certificate.path("posting").asText()).isEqualTo(posting.toString());
        assertThat(certificate.path("organisation").asText()).isEqualTo("omct");
        assertThat(certificate.path("erasedAt").asText())
                .isEqualTo(Client.get("/applications/" + id, Tokens.hr("omct"))
                        .json()
                        .path("erasedAt")
                        .asText());
        assertThat(certificate.path("reason").asText()).isEqualTo("hr");
        assertThat(certificate.path("destroyed").toString())
                .isEqualTo("{\"documents\":2,\"messages\":0,\"deadLetters\":0,\"keys\":3}");
        assertThat(answer.text()).doesNotContain("Amina", "amina", "hanna");
    }

    @Test
    void it_says_when_the_candidate_wished_it() {
        // Given
        var id = applied(Client.open(anOpenPosting()));

        // When
        Candidate.of(id).delete();

        // Then
        assertThat(certificate(id).json().path("reason").asText()).isEqualTo("candidate");
    }

    @Test
    void dead_letters_about_it_are_destroyed_and_counted() {
        // Given
        var id = applied(Client.open(anOpenPosting()));
        var other = UUID.randomUUID();
        for (var key : List.of(id, id, other)) {
            Database.rows(
                    "INSERT INTO dead_letter (id, topic, record_partition, record_offset, event_key, headers, reason)"
                            + " SELECT gen_random_uuid(), 'notifications', 0, 1000000 + count(*), '" + key
                            + "', '{}', 'none'"
                            + " FROM dead_letter RETURNING id");
        }

        // When
        Client.delete("/applications/" + id, Tokens.hr("omct"));

        // Then
        assertThat(certificate(id).json().at("/destroyed/deadLetters").asInt()).isEqualTo(2);
        assertThat(Database.rows("DELETE FROM dead_letter WHERE event_key IN ('" + id + "', '" + other
                        + "') RETURNING event_key"))
                .containsExactly(other.toString());
    }

    @Test
    void a_second_erasure_changes_nothing_in_it() {
        // Given
        var id = applied(Client.open(anOpenPosting()));
        Client.delete("/applications/" + id, Tokens.hr("omct"));
        var first = certificate(id).text();

        // When
        var again = Client.delete("/applications/" + id, Tokens.admin(), "If-Match", "\"1\"");

        // Then
        assertThat(again.status()).isEqualTo(204);
        assertThat(certificate(id).text()).isEqualTo(first);
    }

    @Test
    void there_is_none_while_it_stands_and_none_for_others() {
        // Given
        var id = applied(Client.open(anOpenPosting()));

        // When
        var standing = certificate(id);
        var foreign = Client.get("/applications/" + id + "/erasure", Tokens.hr("oim"));
        var panel = Client.get("/applications/" + id + "/erasure", Tokens.panel("omct"));

        // Then
        assertThat(standing.status()).isEqualTo(404);
        assertThat(standing.problem()).isEqualTo("not-erased");
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.problem()).isEqualTo("unknown-application");
        assertThat(panel.status()).isEqualTo(403);
    }

    @Test
    void who_names_the_version_erases_that_one_only() {
        // Given
        var id = applied(Client.open(anOpenPosting()));
        Client.post(
                "/applications/" + id + "/stage",
                Tokens.hr("omct"),
                "{\"stage\": \"longlisted\"}",
                "If-Match",
                "\"1\"");

        // When
        var stale = Client.delete("/applications/" + id, Tokens.hr("omct"), "If-Match", "\"1\"");
        var fresh = Client.delete("/applications/" + id, Tokens.hr("omct"), "If-Match", "\"2\"");

        // Then
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.problem()).isEqualTo("precondition-failed");
        assertThat(fresh.status()).isEqualTo(204);
    }

    private static Client.Answer certificate(UUID id) {
        return Client.get("/applications/" + id + "/erasure", Tokens.hr("omct"));
    }

    private static UUID applied(UUID posting) {
        var form = Form.of("Amina", "amina@example.org")
                .document("cv", "CV.pdf", CandidateFiles.pdf("Amina"))
                .document("cover_letter", "letter.pdf", CandidateFiles.pdf("Dear"));
        return Client.apply(posting, form).id();
    }
}
