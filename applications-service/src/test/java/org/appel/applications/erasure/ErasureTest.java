package org.appel.applications.erasure;

import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.appel.applications.Client;
import org.appel.applications.Database;
import org.appel.applications.Form;
import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.Refusal;
import org.appel.applications.storage.Applications;
import org.appel.inspection.CandidateFiles;
import org.appel.testing.Contracts;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;
import org.appel.testing.Topics;

import static org.appel.applications.PostingFixture.anOpenPosting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

@QuarkusTest
@RealInfrastructure
class ErasureTest {
    private static final String KEY = "\"once\"";

    @Inject
    Applications applications;

    @Test
    void what_is_erased_is_gone_by_every_route() {
        // Given
        var posting = Client.open(anOpenPosting());
        var id = Client.apply(posting, form(), KEY).id();

        // When
        var answer = Client.delete("/applications/" + id, Tokens.hr("omct"));

        // Then
        assertThat(answer.status()).isEqualTo(204);
        assertThat(Stream.of("", "/history", "/documents/" + UUID.randomUUID())
                        .map(route -> Client.get("/applications/" + id + route, Tokens.hr("omct"))))
                .allMatch(gone -> gone.status() == 410 && gone.problem().equals("application-erased"));
        assertThat(Client.get("/applications/" + id + "/recipient", Tokens.service())
                        .status())
                .isEqualTo(410);
        assertThat(Client.get("/applications/" + id, Tokens.hr("oim")).status()).isEqualTo(404);
        assertThat(Client.get("/applications?posting=" + posting, Tokens.hr("omct"))
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(Client.get("/postings/" + posting + "/applications.csv", Tokens.hr("omct"))
                        .text())
                .doesNotContain(id.toString());
    }

    @Test
    void the_key_and_all_that_it_sealed_are_destroyed() {
        // Given
        var posting = Client.open(anOpenPosting());
        var id = Client.apply(posting, form(), KEY).id();
        var document = Database.rows("SELECT id FROM document WHERE application_id = '" + id + "'")
                .getFirst();

        // When
        Client.delete("/applications/" + id, Tokens.hr("omct"));

        // Then
        assertThat(Database.rows("SELECT num_nulls(wrapped_key, sealed_person, subject_index, stage, received_at)"
                        + " FROM application WHERE id = '" + id + "'"))
                .containsExactly("5");
        assertThat(Database.rows("SELECT 1 FROM document WHERE application_id = '" + id + "'"))
                .isEmpty();
        assertThat(Database.rows("SELECT 1 FROM content_part WHERE content_id = '" + document + "'"))
                .isEmpty();
        assertThat(Database.rows("SELECT num_nonnulls(fingerprint, received_at, stage, revision) FROM answered_request"
                        + " WHERE application_id = '" + id + "'"))
                .containsExactly("0");
    }

    @Test
    void an_erasure_is_told_once_and_the_ledger_stays() {
        // Given
        var posting = Client.open(anOpenPosting());
        var id = Client.apply(posting, form(), KEY).id();
        var before = Client.get("/postings/" + posting + "/ledger", Tokens.hr("omct"))
                .json();

        // When
        Client.delete("/applications/" + id, Tokens.hr("omct"));
        var again = Client.delete("/applications/" + id, Tokens.admin());

        // Then
        assertThat(again.status()).isEqualTo(204);
        var event = Topics.await("applications", told -> isErasure(told.key(), Topics.type(told), id));
        Contracts.assertValid("org.appel.ApplicationErased.v1", Topics.text(event));
        var after = Client.apply(posting, Form.of("Zoé", "zoe@example.org")).id();
        Topics.await("applications", told -> told.key().equals(after.toString()));
        assertThat(Topics.read("applications").stream().filter(told -> isErasure(told.key(), Topics.type(told), id)))
                .hasSize(1);
        var ledger = Client.get("/postings/" + posting + "/ledger", Tokens.hr("omct"))
                .json();
        assertThat(ledger.path("accepted").asInt())
                .isEqualTo(before.path("accepted").asInt() + 1);
        assertThat(ledger.path("balanced").asBoolean()).isTrue();
    }

    @Test
    void a_late_repetition_does_not_bring_the_erased_back() {
        // Given
        var posting = Client.open(anOpenPosting());
        var id = Client.apply(posting, form(), KEY).id();
        Client.delete("/applications/" + id, Tokens.hr("omct"));

        // When
        var repetition = Client.apply(posting, form(), KEY);

        // Then
        assertThat(repetition.status()).isEqualTo(410);
        assertThat(repetition.problem()).isEqualTo("application-erased");
    }

    @Test
    void an_erased_person_may_apply_anew() {
        // Given
        var posting = Client.open(anOpenPosting());
        var id = Client.apply(posting, form(), KEY).id();
        Client.delete("/applications/" + id, Tokens.hr("omct"));

        // When
        var anew = Client.apply(posting, form(), "\"anew\"");

        // Then
        assertThat(anew.status()).isEqualTo(201);
        assertThat(anew.id()).isNotEqualTo(id);
    }

    @Test
    void what_is_erased_between_two_looks_is_refused_as_erased() {
        // Given
        var posting = Client.open(anOpenPosting());
        var id = new ApplicationId(Client.apply(posting, form(), KEY).id());
        var seen = applications.find(id).orElseThrow().live();
        Client.delete("/applications/" + id, Tokens.hr("omct"));

        // When
        var refusal = catchThrowable(() -> applications.documents(seen));

        // Then
        assertThat(refusal).isInstanceOfSatisfying(ApplicationRefused.class, refused -> assertThat(refused.refusal())
                .isInstanceOf(Refusal.Erased.class));
    }

    private static Form form() {
        return Form.of("Amina", "amina@example.org").document("cv", "CV.pdf", CandidateFiles.pdf("Amina"));
    }

    private static boolean isErasure(String key, String type, UUID id) {
        return key.equals(id.toString()) && type.equals("org.appel.ApplicationErased.v1");
    }
}
