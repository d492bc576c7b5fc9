package org.appel.applications.mailbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.applications.Client;
import org.appel.applications.Database;
import org.appel.applications.mailbox.imap.MessageHandler.Disposition;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Topics;

import static org.appel.applications.mailbox.Postbox.application;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Whatever dies between the first statement and the answer to the commit: nothing is lost, nothing is doubled. */
@QuarkusTest
@RealInfrastructure
@TestProfile(ManyMailboxes.class)
class MailCrashTest {
    @Inject
    MailIntake intake;

    private Postbox box;
    private UUID posting;

    @BeforeEach
    void openTheMailbox() {
        box = new Postbox(intake);
        posting = box.posting();
    }

    @AfterEach
    void mend() {
        Database.update("DROP FUNCTION IF EXISTS test_crash() CASCADE");
    }

    @ParameterizedTest
    @CsvSource({
        "application, fails",
        "document, fails",
        "content_part, fails",
        "mail_answered, fails",
        "outbox, fails",
        "message, fails",
        "arrival, fails",
        "application, loses its line",
        "outbox, loses its line",
        "arrival, loses its line"
    })
    void a_mail_that_becomes_an_application_survives_what_dies_at(String table, String how) {
        // Given
        var mail = application(Someone.unique());
        var uid = Postbox.freshUid();
        crash(table, how, "BEFORE INSERT");

        // When
        var crash = catchThrowable(() -> box.receive(mail, uid));
        var left = box.messages().size();
        mend();
        var again = box.receive(mail, uid);

        // Then
        assertThat(crash).isNotNull();
        assertThat(left).isZero();
        assertThat(again).isEqualTo(Disposition.TAKEN);
        assertOneOfEach();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sealed_blob", "content_part", "message", "arrival"})
    void an_unsorted_mail_survives_what_dies_at(String table) {
        // Given
        var mail = application(Someone.unique()).subject("Ma candidature");
        var uid = Postbox.freshUid();
        crash(table, "fails", "BEFORE INSERT");

        // When
        var crash = catchThrowable(() -> box.receive(mail, uid));
        mend();
        box.receive(mail, uid);

        // Then
        assertThat(crash).isNotNull();
        assertThat(box.unsorted()).hasSize(1);
        assertThat(Client.get(
                                "/mailbox/unsorted/"
                                        + box.unsorted().path(0).path("id").asText() + "/parts/0",
                                box.hr())
                        .bytes())
                .isEqualTo(mail.bytes());
        assertThat(box.ledger().path("arrived").asInt()).isEqualTo(1);
        assertThat(box.ledger().path("balanced").asBoolean()).isTrue();
    }

    @Test
    void a_commit_that_fails_leaves_nothing() {
        // Given
        var mail = application(Someone.unique());
        var uid = Postbox.freshUid();
        function("RAISE EXCEPTION 'test'");
        Database.update("""
                CREATE CONSTRAINT TRIGGER test_crash AFTER INSERT ON arrival DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION test_crash()""");

        // When
        var crash = catchThrowable(() -> box.receive(mail, uid));
        mend();
        box.receive(mail, uid);

        // Then
        assertThat(crash).isNotNull();
        assertOneOfEach();
    }

    @Test
    void another_message_at_the_place_of_a_judged_one_is_judged() {
        // Given
        var first = application(Someone.unique());
        var uid = Postbox.freshUid();
        box.receive(first, uid);

        // When
        box.receive(application(Someone.unique()), uid);

        // Then
        assertThat(box.applications(posting)).hasSize(2);
        assertThat(box.ledger().path("accepted").asInt()).isEqualTo(2);
        assertThat(Database.rows("SELECT uid FROM message WHERE mailbox = '" + box.name() + "' ORDER BY id"))
                .containsExactly("null", Long.toString(uid));
    }

    @Test
    void nothing_is_removed_from_a_place_that_another_message_has_by_now() {
        // Given
        var mail = application(Someone.unique());
        var uid = Postbox.freshUid();
        box.receive(mail, uid);
        Client.delete("/applications/" + box.theId(posting), box.hr());

        // When
        box.receive(application(Someone.unique()), uid);

        // Then
        assertThat(Database.rows("SELECT uid FROM mail_removal WHERE mailbox = '" + box.name() + "'"))
                .containsExactly("0");
    }

    @Test
    void a_message_without_a_message_id_is_known_at_its_place_by_its_header() {
        // Given
        var uid = Postbox.freshUid();
        var first = anonymous("Jeanne");
        box.receive(first, uid, Instant.now());

        // When
        box.receive(first, uid, Instant.now());
        box.receive(anonymous("Paul"), uid, Instant.now());

        // Then
        assertThat(box.ledger().path("arrived").asInt()).isEqualTo(2);
        assertThat(box.applications(posting)).isEmpty();
    }

    private static byte[] anonymous(String name) {
        return ("From: " + name + " <" + name + "@mail.example>\r\nSubject: " + Postbox.SUBJECT + "\r\n\r\nBonjour\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_reader_that_dies_after_the_commit_finds_it_done() {
        // Given
        var mail = application(Someone.unique());
        var uid = Postbox.freshUid();
        box.receive(mail, uid);

        // When
        var told = box.receive(mail, uid);

        // Then
        assertThat(told).isEqualTo(Disposition.TAKEN);
        assertOneOfEach();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application", "document", "outbox"})
    void an_assignment_survives_what_dies_at(String table) {
        // Given
        box.receive(application(Someone.unique()).subject("Ma candidature"));
        var path = "/mailbox/unsorted/" + box.unsorted().path(0).path("id").asText() + "/assignment";
        var body = "{\"posting\": \"" + posting + "\"}";
        crash(table, "fails", "BEFORE INSERT");

        // When
        var crash = Client.post(path, box.hr(), body);
        mend();
        var again = Client.post(path, box.hr(), body);

        // Then
        assertThat(crash.status()).isGreaterThanOrEqualTo(500);
        assertThat(again.status()).isEqualTo(201);
        assertOneOfEach();
    }

    private void assertOneOfEach() {
        var id = box.theId(posting).toString();
        var ledger = box.ledger();
        assertThat(ledger.path("arrived").asInt()).isEqualTo(1);
        assertThat(ledger.path("accepted").asInt()).isEqualTo(1);
        assertThat(ledger.path("balanced").asBoolean()).isTrue();
        assertThat(box.ledger(posting).path("balanced").asBoolean()).isTrue();
        assertThat(box.theFile(posting).path("documents").findValuesAsText("kind"))
                .containsExactly("cv", "message");
        Topics.await("applications", told -> told.key().equals(id));
        assertThat(Topics.read("applications").stream()
                        .filter(told -> told.key().equals(id)))
                .hasSize(1);
    }

    private static void crash(String table, String how, String when) {
        function(how.equals("fails") ? "RAISE EXCEPTION 'test'" : "PERFORM pg_terminate_backend(pg_backend_pid())");
        Database.update(
                "CREATE TRIGGER test_crash " + when + " ON " + table + " FOR EACH ROW EXECUTE FUNCTION test_crash()");
    }

    private static void function(String body) {
        Database.update("CREATE FUNCTION test_crash() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN " + body
                + "; RETURN NEW; END $$");
    }
}
