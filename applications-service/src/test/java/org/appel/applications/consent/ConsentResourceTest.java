package org.appel.applications.consent;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.appel.applications.Client;
import org.appel.applications.Form;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;

import static org.appel.applications.PostingFixture.anOpenPosting;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructure
class ConsentResourceTest {
    @Test
    void everybody_can_read_what_a_candidate_agreed_to() {
        // Given
        var posting = Client.open(anOpenPosting());
        var id = Client.apply(posting, Form.of("Amina", "amina@example.org")).id();
        var wording = Client.get("/applications/" + id, Tokens.hr("omct"))
                .json()
                .at("/consent/wording")
                .asText();

        // When
        var answer = Client.get("/consents/" + wording, null);

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("wording").asText()).isEqualTo(wording);
        assertThat(answer.json().at("/texts/fr").asText()).startsWith("J’accepte");
        assertThat(answer.json().at("/texts/en").asText()).startsWith("I agree");
        assertThat(Client.get("/postings/" + posting + "/form", null).text())
                .contains(answer.json().at("/texts/fr").asText());
    }

    @Test
    void the_wording_of_the_mail_door_is_there_and_no_other() {
        // When
        var byMail = Client.get("/consents/by-mail-1", null);
        var none = Client.get("/consents/none", null);

        // Then
        assertThat(byMail.json().at("/texts/en").asText()).startsWith("By sending my application by e-mail");
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.problem()).isEqualTo("unknown-consent");
    }
}
