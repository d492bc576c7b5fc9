package org.appel.applications.mailbox;

import java.time.Instant;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.appel.applications.Client;
import org.appel.applications.Database;
import org.appel.applications.mailbox.imap.MailRemovals;
import org.appel.applications.mailbox.imap.Place;
import org.appel.applications.mailbox.imap.StoredMessage;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;

import static org.appel.applications.mailbox.Postbox.application;
import static org.assertj.core.api.Assertions.assertThat;

/** Nothing of a mail lies in clear, and erasing reaches all of it. */
@QuarkusTest
@RealInfrastructure
@TestProfile(ManyMailboxes.class)
class MailPrivacyTest {
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
    void no_table_shows_who_wrote_and_what() {
        // Given
        box.posting();
        box.open(box.aPosting("Comptable du bureau de Tunis").closing(DEADLINE));
        var someone = Someone.unique();
        var mark = someone.address().substring(6, 14);
        var secret = "Zwetschgendatschi" + mark;
        var mails = Stream.of(
                application(someone),
                application(someone, "Another CV"),
                application(someone).subject("Ma candidature " + secret),
                application(someone).subject("Comptable du bureau de Tunis"));

        // When
        mails.forEach(mail -> box.receive(mail.text(secret)
                .messageId("<" + secret + "." + java.util.UUID.randomUUID() + "@mail.example>")
                .header("References: <before." + secret + "@mail.example>")));

        // Then
        assertThat(box.ledger().path("accepted").asInt()).isEqualTo(1);
        assertThat(box.ledger().path("unsorted").asInt()).isEqualTo(1);
        assertThat(box.ledger().path("refused").path("deadline-passed").asInt()).isEqualTo(1);
        assertThat(Database.tablesThatShow(mark)).isEmpty();
        assertThat(Database.tablesThatShow(secret)).isEmpty();
        assertThat(Database.tablesThatShow("boulangerie de nuit"))
                .as("the subject that was asked for is the posting's")
                .containsExactly("known_posting");
    }

    @Test
    void erasing_an_application_forgets_its_mails_and_has_them_removed_from_the_mailbox() {
        // Given
        var posting = box.posting();
        var someone = Someone.unique();
        var first = application(someone);
        var second = application(someone, "Another CV");
        var uid = Postbox.freshUid();
        box.receive(first, uid);
        box.receive(second);
        box.receive(first);
        var id = box.theId(posting);
        intake.moved(
                new StoredMessage(box.name(), "INBOX", 1, uid, DEADLINE, java.nio.file.Path.of("gone")),
                new Place("Appel/Taken", 7, 42));

        // When
        Client.delete("/applications/" + id, box.hr());

        // Then
        assertThat(Database.rows("SELECT num_nonnulls(sealed, content_index, answer_index) FROM message"
                        + " WHERE application_id = '" + id + "'"))
                .containsExactly("0", "0", "0");
        assertThat(Database.rows("SELECT kin_index FROM application WHERE id = '" + id + "'"))
                .containsExactly("null");
        var due = removals.due(box.name());
        assertThat(due)
                .extracting(MailRemovals.Removal::messageId)
                .containsExactlyInAnyOrder(first.messageId(), second.messageId(), first.messageId());
        assertThat(due).extracting(MailRemovals.Removal::place).contains(new Place("Appel/Taken", 7, 42));
        due.forEach(removals::done);
        assertThat(removals.due(box.name())).isEmpty();
        assertThat(Database.rows("SELECT 1 FROM mail_removal WHERE mailbox = '" + box.name() + "'"))
                .isEmpty();
        assertThat(box.ledger(posting).path("balanced").asBoolean()).isTrue();
        assertThat(box.ledger().path("balanced").asBoolean()).isTrue();
    }

    @Test
    void an_erased_person_is_not_brought_back_by_the_same_mail_which_is_removed() {
        // Given
        var posting = box.posting();
        var mail = application(Someone.unique());
        box.receive(mail);
        Client.delete("/applications/" + box.theId(posting), box.hr());
        removals.due(box.name()).forEach(removals::done);

        // When
        box.receive(mail);

        // Then
        assertThat(box.applications(posting)).isEmpty();
        assertThat(box.last().path("outcome").asText()).isEqualTo("duplicate");
        assertThat(removals.due(box.name()))
                .singleElement()
                .extracting(MailRemovals.Removal::messageId)
                .isEqualTo(mail.messageId());
    }

    @Test
    void a_mail_that_is_not_found_is_looked_for_again_over_days_and_then_given_up() {
        // Given
        var posting = box.posting();
        box.receive(application(Someone.unique()));
        Client.delete("/applications/" + box.theId(posting), box.hr());
        var removal = removals.due(box.name()).getFirst();

        // When
        int looked = 0;
        while (!removals.due(box.name()).isEmpty()) {
            removals.missed(box.name(), removal);
            looked++;
            assertThat(removals.due(box.name())).isEmpty();
            Database.update(
                    "UPDATE mail_removal SET due_at = due_at - interval '1 day' WHERE mailbox = '" + box.name() + "'");
        }

        // Then
        assertThat(looked).isEqualTo(6);
        assertThat(Client.get("/metrics", null).text())
                .contains("appel_mailbox_removals_missed_total{mailbox=\"" + box.name() + "\"} 1.0");
    }

    @Test
    void an_erased_person_may_write_anew_and_is_answered() {
        // Given
        var posting = box.posting();
        var someone = Someone.unique();
        box.receive(application(someone));
        var erased = box.theId(posting);
        Client.delete("/applications/" + erased, box.hr());

        // When
        box.receive(application(someone, "Another CV"));

        // Then
        assertThat(box.theId(posting)).isNotEqualTo(erased);
        assertThat(box.last().path("answer").path("state").asText()).isEqualTo("pending");
    }

    @Test
    void an_erased_forwarded_mail_is_found_by_the_id_of_what_lies_in_the_mailbox() {
        // Given
        var posting = box.posting();
        var outer = Eml.from("Collègue", "collegue@" + box.name() + ".example")
                .subject("TR: " + Postbox.SUBJECT)
                .passingOn(application(Someone.unique()));
        box.receive(outer);

        // When
        Client.delete("/applications/" + box.theId(posting), box.hr());

        // Then
        assertThat(removals.due(box.name()))
                .singleElement()
                .extracting(MailRemovals.Removal::messageId)
                .isEqualTo(outer.messageId());
    }

    @Test
    void who_was_declined_is_forgotten_a_month_after_the_answer() {
        // Given
        box.open(box.aPosting().closing(DEADLINE));
        box.receive(application(Someone.unique()), DEADLINE);
        box.receive(application(Someone.unique()), DEADLINE);
        var old = box.messages().path(0).path("id").asText();
        var recent = box.messages().path(1).path("id").asText();
        answered(old, "31 days");
        answered(recent, "29 days");

        // When
        upkeep.forget();

        // Then
        assertThat(recipient(old)).isEqualTo(410);
        assertThat(recipient(recent)).isEqualTo(200);
        assertThat(Database.rows("SELECT num_nonnulls(sealed, wrapped_key) FROM message WHERE id = '" + old + "'"))
                .containsExactly("0");
    }

    @Test
    void a_mail_that_nobody_sorts_is_given_up_after_a_season() {
        // Given
        box.posting();
        box.receive(application(Someone.unique()).subject("Ma candidature"));
        box.receive(application(Someone.unique()).subject("Ma candidature"));
        var old = box.messages().path(0).path("id").asText();
        Database.update("UPDATE message SET judged_at = judged_at - interval '91 days' WHERE id = '" + old + "'");

        // When
        upkeep.forget();

        // Then
        assertThat(box.unsorted()).hasSize(1);
        assertThat(box.last().path("reason").asText()).isEqualTo("never-sorted");
        assertThat(box.last().path("answer").path("reason").asText()).isEqualTo("never-sorted");
        assertThat(Database.rows("SELECT 1 FROM sealed_blob WHERE id = '" + old + "'"))
                .isEmpty();
        assertThat(box.ledger().path("balanced").asBoolean()).isTrue();
    }

    private static void answered(String message, String ago) {
        Database.update("UPDATE message SET answered = true, told_at = appel_now() - interval '" + ago
                + "' WHERE id = '" + message + "'");
    }

    private static int recipient(String message) {
        return Client.get("/mailbox/messages/" + message + "/recipient", Tokens.service())
                .status();
    }
}
