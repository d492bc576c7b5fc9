package org.appel.applications.mailbox;

import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.appel.applications.Candidate;
import org.appel.applications.Client;
import org.appel.applications.Form;
import org.appel.testing.RealInfrastructure;

import static org.appel.applications.mailbox.Postbox.application;
import static org.appel.applications.mailbox.Postbox.pdf;
import static org.assertj.core.api.Assertions.assertThat;

/** One person has one application, by whichever door they come; who may be the same person is a hint and no more. */
@QuarkusTest
@RealInfrastructure
@TestProfile(ManyMailboxes.class)
class OnePersonTest {
    @Inject
    MailIntake intake;

    private Postbox box;
    private UUID posting;

    @BeforeEach
    void openTheMailbox() {
        box = new Postbox(intake);
        posting = box.posting();
    }

    @Test
    void a_mail_after_an_application_by_the_api_updates_it_and_leaves_who_the_person_said_they_are() {
        // Given
        var someone = Someone.unique();
        Client.apply(
                posting,
                new Form().application("""
                        {"name": "Amina, as she writes it", "email": "%s", "language": "en", "phone": "+216 71 000 000",
                         "source": "reliefweb", "consent": {"processing": true}}""".formatted(someone.address())).document("cv", "old.pdf", pdf("The old CV")));
        var old = box.document(box.theFile(posting), "cv");

        // When
        box.receive(application(someone));

        // Then
        var file = box.theFile(posting);
        assertThat(file.path("revision").asInt()).isEqualTo(2);
        assertThat(file.path("name").asText()).isEqualTo("Amina, as she writes it");
        assertThat(file.path("phone").asText()).isEqualTo("+216 71 000 000");
        assertThat(file.path("source").asText()).isEqualTo("reliefweb");
        assertThat(file.path("language").asText()).isEqualTo("en");
        assertThat(file.path("documents").findValuesAsText("kind")).containsExactly("cv", "message");
        assertThat(file.path("documents").findValuesAsText("id")).doesNotContain(old.toString());
        assertThat(box.last().path("outcome").asText()).isEqualTo("updated");
    }

    @Test
    void an_application_by_the_api_after_a_mail_updates_it() {
        // Given
        var someone = Someone.unique();
        box.receive(application(someone));

        // When
        var answer =
                Client.apply(posting, Form.of("Amina herself", someone.address().toUpperCase(java.util.Locale.ROOT)));

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("updated").asBoolean()).isTrue();
        assertThat(box.theFile(posting).path("name").asText()).isEqualTo("Amina herself");
        assertThat(box.theFile(posting).path("consent").path("wording").asText())
                .isNotEqualTo("by-mail-1");
        assertThat(box.ledger(posting).path("balanced").asBoolean()).isTrue();
    }

    @Test
    void a_later_mail_replaces_the_cv_and_adds_a_certificate() {
        // Given
        var someone = Someone.unique();
        box.receive(application(someone).attach("Diplome de master.pdf", pdf("Diplôme")));

        // When
        box.receive(application(someone, "A newer CV").attach("Diplome de licence.pdf", pdf("Diplôme")));

        // Then
        assertThat(box.theFile(posting).path("documents").findValuesAsText("kind"))
                .containsOnlyOnce("cv");
        assertThat(box.theFile(posting).path("documents").findValuesAsText("name"))
                .contains("Diplome de master.pdf", "Diplome de licence.pdf");
    }

    @Test
    void an_address_with_a_tag_is_another_application_and_a_hint() {
        // Given
        var someone = Someone.unique();
        box.receive(application(someone));
        var first = box.theId(posting);

        // When
        var tagged = Client.apply(
                        posting, Form.of(someone.name(), someone.address().replace("@", "+jobs@")))
                .id();

        // Then
        assertThat(box.applications(posting)).hasSize(2);
        assertThat(box.file(first).path("possiblyTheSamePerson").path(0).asText())
                .isEqualTo(tagged.toString());
        assertThat(box.file(tagged).path("possiblyTheSamePerson").path(0).asText())
                .isEqualTo(first.toString());
    }

    @Test
    void an_address_of_gmail_with_other_dots_is_a_hint_and_elsewhere_is_none() {
        // Given
        var mark = UUID.randomUUID().toString().substring(0, 8);
        box.receive(application(new Someone("A", "ami.na" + mark + "@gmail.com")));
        var first = box.theId(posting);

        // When
        var dotted = Client.apply(posting, Form.of("A", "amina" + mark + "@googlemail.com"))
                .id();
        var other = Client.apply(posting, Form.of("A", "amina" + mark + "@example.net"))
                .id();
        var otherDotted = Client.apply(posting, Form.of("A", "ami.na" + mark + "@example.net"))
                .id();

        // Then
        assertThat(box.file(first).path("possiblyTheSamePerson").path(0).asText())
                .isEqualTo(dotted.toString());
        assertThat(box.file(other).path("possiblyTheSamePerson")).isEmpty();
        assertThat(box.file(otherDotted).path("possiblyTheSamePerson")).isEmpty();
    }

    @Test
    void at_another_posting_the_same_person_is_nobodys_hint() {
        // Given
        var someone = Someone.unique();
        box.receive(application(someone));
        var other = box.open(box.aPosting("Comptable du bureau de Tunis"));

        // When
        Client.apply(other, Form.of(someone.name(), someone.address()));

        // Then
        assertThat(box.theFile(posting).path("possiblyTheSamePerson")).isEmpty();
    }

    @Test
    void a_mail_that_is_older_than_the_withdrawal_takes_nothing_up_again() {
        // Given
        var someone = Someone.unique();
        box.receive(application(someone));
        var arrival = Instant.now().minusSeconds(3600);
        Candidate.of(box.theId(posting)).post("/withdrawal");

        // When
        box.receive(application(someone, "Another CV"), arrival);

        // Then
        assertThat(box.theFile(posting).path("stage").asText()).isEqualTo("withdrawn");
        assertThat(box.last().path("outcome").asText()).isEqualTo("updated");
    }

    @Test
    void a_mail_takes_a_withdrawn_application_up_again() {
        // Given
        var someone = Someone.unique();
        var mail = application(someone);
        box.receive(mail);
        org.appel.applications.Database.update(
                "UPDATE application SET stage = 'withdrawn' WHERE id = '" + box.theId(posting) + "'");

        // When
        box.receive(application(someone));

        // Then
        assertThat(box.theFile(posting).path("stage").asText()).isEqualTo("received");
        assertThat(box.theFile(posting).path("revision").asInt()).isEqualTo(2);
    }
}
