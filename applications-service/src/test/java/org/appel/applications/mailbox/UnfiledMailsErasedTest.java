package org.appel.applications.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.appel.applications.Client;
import org.appel.applications.Database;
import org.appel.applications.Form;
import org.appel.applications.mailbox.imap.MailRemovals;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;

import static org.appel.applications.mailbox.Postbox.application;
import static org.assertj.core.api.Assertions.assertThat;

/** Erasing an application reaches its candidate's mails that became no application, and those leave in time anyhow. */
@QuarkusTest
@RealInfrastructure
@TestProfile(ManyMailboxes.class)
class UnfiledMailsErasedTest {
    private static final Instant DEADLINE = Instant.parse("2025-08-03T22:00:00Z");

    @Inject
    MailIntake intake;

    @Inject
    MailRemovals removals;

    @Inject
    MailUpkeep upkeep;

    private Postbox box;

    @BeforeEach
    void openTheMailbox() {
        box = new Postbox(intake);
    }

    @Test
    void a_mail_in_the_tray_goes_with_the_application_of_its_author() {
        // Given
        var posting = box.posting();
        var someone = Someone.unique();
        var id = apply(posting, someone);
        var unclear = application(someone).subject("Ma candidature");
        box.receive(unclear);
        box.receive(application(Someone.unique()).subject("Ma candidature"));

        // When
        Client.delete("/applications/" + id, box.hr());

        // Then
        assertThat(box.unsorted()).hasSize(1);
        assertThat(box.unsorted().at("/0/from").asText()).isNotEqualTo(someone.address());
        assertThat(removals.due(box.name()))
                .singleElement()
                .extracting(MailRemovals.Removal::messageId)
                .isEqualTo(unclear.messageId());
        var gone = box.messages().path(1);
        assertThat(gone.path("reason").asText()).isEqualTo("author-erased");
        var message = gone.path("id").asText();
        assertThat(Database.rows("SELECT 1 FROM sealed_blob WHERE id = '" + message + "'"))
                .isEmpty();
        assertThat(left(message)).isZero();
        assertThat(certified(id)).isEqualTo(1);
        assertThat(box.ledger().path("balanced").asBoolean()).isTrue();
        assertThat(Client.post(
                                "/mailbox/unsorted/" + message + "/assignment",
                                box.hr(),
                                "{\"posting\": \"" + posting + "\"}")
                        .problem())
                .isEqualTo("already-sorted");
    }

    @Test
    void a_mail_that_a_colleague_passed_on_goes_with_the_application_of_whoever_it_quotes() {
        // Given
        var posting = box.posting();
        var someone = Someone.unique();
        var id = apply(posting, someone);
        box.receive(Eml.from("Collègue", "collegue@" + box.name() + ".example")
                .subject("TR: " + Postbox.SUBJECT)
                .text("Pour vous.\n\n-----Message d'origine-----\nDe : " + someone.name() + " <" + someone.address()
                        + ">\nEnvoyé : lundi 7 juillet 2025 09:00\nÀ : jobs@example.org\nObjet : " + Postbox.SUBJECT
                        + "\n\nBonjour, voici mon CV.")
                .attach("CV.pdf", Postbox.pdf("Curriculum vitae")));
        assertThat(box.unsorted()).hasSize(1);

        // When
        Client.delete("/applications/" + id, box.hr());

        // Then
        assertThat(box.unsorted()).isEmpty();
    }

    @Test
    void a_refused_mail_goes_with_the_application_of_its_author() {
        // Given
        var someone = Someone.unique();
        box.open(box.aPosting("Comptable du bureau de Tunis").closing(DEADLINE));
        var id = apply(box.posting(), someone);
        var late = application(someone).subject("Comptable du bureau de Tunis");
        box.receive(late);
        var message = box.last().path("id").asText();
        assertThat(box.last().path("reason").asText()).isEqualTo("deadline-passed");

        // When
        Client.delete("/applications/" + id, box.hr());

        // Then
        assertThat(removals.due(box.name()))
                .singleElement()
                .extracting(MailRemovals.Removal::messageId)
                .isEqualTo(late.messageId());
        assertThat(left(message)).isZero();
        assertThat(Client.get("/mailbox/messages/" + message + "/recipient", Tokens.service())
                        .status())
                .isEqualTo(410);
        assertThat(certified(id)).isEqualTo(1);
    }

    @Test
    void of_somebody_who_has_another_application_only_the_mails_for_this_posting_go() {
        // Given
        var posting = box.posting();
        var other = box.open(box.aPosting("Comptable du bureau de Tunis"));
        var someone = Someone.unique();
        var id = apply(posting, someone);
        apply(other, someone);
        box.receive(application(someone).subject("Ma candidature"));
        box.receive(application(someone).subject("Responsable de la boulangerie"));
        assertThat(box.unsorted()).hasSize(2);

        // When
        Client.delete("/applications/" + id, box.hr());

        // Then
        assertThat(box.unsorted()).hasSize(1);
        assertThat(box.unsorted().at("/0/subject").asText()).isEqualTo("Ma candidature");
    }

    @Test
    void what_became_no_application_leaves_the_mailbox_in_its_time() {
        // Given
        box.open(box.aPosting().closing(DEADLINE));
        var late = application(Someone.unique());
        var automatic = application(Someone.unique()).header("Auto-Submitted: auto-replied");
        box.receive(late);
        box.receive(automatic);
        assertThat(removals.due(box.name())).isEmpty();

        // When
        var afterAMonth = dueIn(30);
        var afterASeason = dueIn(60);

        // Then
        assertThat(afterAMonth).containsExactly(late.messageId());
        assertThat(afterASeason).containsExactlyInAnyOrder(late.messageId(), automatic.messageId());
        removals.due(box.name()).forEach(removals::done);
        assertThat(removals.due(box.name())).isEmpty();
    }

    @Test
    void a_mail_that_nobody_sorts_leaves_the_mailbox_when_it_is_given_up() {
        // Given
        box.posting();
        var mail = application(Someone.unique()).subject("Ma candidature");
        box.receive(mail);
        var message = box.last().path("id").asText();
        Database.update("UPDATE message SET judged_at = judged_at - interval '91 days' WHERE id = '" + message + "'");

        // When
        upkeep.forget();

        // Then
        var due = removals.due(box.name());
        assertThat(due).extracting(MailRemovals.Removal::messageId).containsExactly(mail.messageId());
        due.forEach(removals::done);
        assertThat(left(message)).isZero();
    }

    private static UUID apply(UUID posting, Someone someone) {
        return Client.apply(posting, Form.of(someone.name(), someone.address())).id();
    }

    /** How much of it is still there that leads to its author. */
    private static int left(String message) {
        return Integer.parseInt(Database.rows("SELECT num_nonnulls(sealed, wrapped_key, author_index, answer_index)"
                        + " FROM message WHERE id = '" + message + "'")
                .getFirst());
    }

    private int certified(UUID application) {
        return Client.get("/applications/" + application + "/erasure", box.hr())
                .json()
                .at("/destroyed/messages")
                .asInt();
    }

    private List<String> dueIn(int days) {
        Database.update("UPDATE mail_removal SET due_at = due_at - interval '" + days + " days' WHERE mailbox = '"
                + box.name() + "'");
        return removals.due(box.name()).stream()
                .map(MailRemovals.Removal::messageId)
                .toList();
    }
}
