package org.appel.applications.candidate;

import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.appel.applications.Candidate;
import org.appel.applications.Client;
import org.appel.applications.Database;
import org.appel.applications.Form;
import org.appel.inspection.CandidateFiles;
import org.appel.testing.Contracts;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;
import org.appel.testing.Topics;

import static org.appel.applications.PostingFixture.anOpenPosting;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructure
class OwnErasureTest {
    @Test
    void what_its_candidate_erased_is_as_gone_as_what_hr_erased() {
        // Given
        var posting = Client.open(anOpenPosting());
        var candidate = somebody(posting);
        candidate.post("/link");
        var again = Candidate.of(candidate.id());

        // When
        var answer = again.delete();

        // Then
        assertThat(answer.status()).isEqualTo(204);
        assertThat(Client.get("/applications/" + candidate.id(), Tokens.hr("omct"))
                        .problem())
                .isEqualTo("application-erased");
        assertThat(Database.rows("SELECT num_nonnulls(wrapped_key, sealed_person, subject_index, stage, received_at,"
                        + " link_requested_at) FROM application WHERE id = '" + candidate.id() + "'"))
                .containsExactly("0");
        assertThat(Database.rows("SELECT 1 FROM document WHERE application_id = '" + candidate.id() + "'"))
                .isEmpty();
        assertThat(Database.rows("SELECT 1 FROM stage_change WHERE application_id = '" + candidate.id() + "'"))
                .isEmpty();
        var event = Topics.await("applications", told -> isErasure(told.key(), Topics.type(told), candidate.id()));
        Contracts.assertValid("org.appel.ApplicationErased.v1", Topics.text(event));
        assertThat(Client.get("/postings/" + posting + "/ledger", Tokens.hr("omct"))
                        .json()
                        .path("balanced")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void neither_link_nor_browser_opens_anything_afterwards() {
        // Given
        var candidate = somebody(Client.open(anOpenPosting()));
        var browser = candidate.browser();

        // When
        candidate.delete();

        // Then
        assertThat(List.of(candidate.get(""), candidate.get("/export"), candidate.delete(), browser.get("")))
                .extracting(Client.Answer::status)
                .containsOnly(401);
        assertThat(candidate.open().status()).isEqualTo(401);
    }

    @Test
    void a_form_erases_and_takes_the_cookie_back() {
        // Given
        var candidate = somebody(Client.open(anOpenPosting()));
        var browser = candidate.browser();
        assertThat(browser.get("/page/erasure").text()).contains("Personne ne peut revenir en arrière", "/export");

        // When
        var answer = browser.submit("/page/erasure");

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("Votre candidature est effacée");
        assertThat(answer.header("Set-Cookie")).contains("Max-Age=0", "Path=" + candidate.path());
        assertThat(Client.get("/applications/" + candidate.id(), Tokens.hr("omct"))
                        .status())
                .isEqualTo(410);
    }

    @Test
    void who_withdrew_may_still_erase() {
        // Given
        var candidate = somebody(Client.open(anOpenPosting()));
        candidate.post("/withdrawal");

        // When
        var answer = candidate.delete();

        // Then
        assertThat(answer.status()).isEqualTo(204);
    }

    private static Candidate somebody(UUID posting) {
        return Candidate.applied(
                posting, Form.of("Amina", "amina@example.org").document("cv", "CV.pdf", CandidateFiles.pdf("Amina")));
    }

    private static boolean isErasure(String key, String type, UUID id) {
        return key.equals(id.toString()) && type.equals("org.appel.ApplicationErased.v1");
    }
}
