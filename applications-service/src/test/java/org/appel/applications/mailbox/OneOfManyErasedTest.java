package org.appel.applications.mailbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.appel.applications.Client;
import org.appel.applications.Database;
import org.appel.applications.Form;
import org.appel.applications.Traces;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;
import org.appel.testing.Topics;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructure
@TestProfile(ManyMailboxes.class)
class OneOfManyErasedTest {
    private static final String SUBJECT = "Responsable de la boulangerie de nuit";
    private static final int OTHERS_BY_EACH_DOOR = 50;

    @Inject
    MailIntake intake;

    private Postbox box;

    @BeforeEach
    void openTheMailbox() {
        box = new Postbox(intake);
    }

    @Test
    void nothing_of_the_one_is_found_and_nothing_of_the_others_is_lost() {
        // Given
        var posting = box.open(box.aPosting(SUBJECT));
        var one = Someone.unique();
        var phrase = "kneads rye at dawn " + UUID.randomUUID();
        for (int i = 0; i < OTHERS_BY_EACH_DOOR; i++) {
            apply(posting, Someone.unique(), "bakes bread since " + i);
            box.receive(mail(Someone.unique(), "bakes cakes since " + i));
        }
        var id = apply(posting, one, phrase);
        box.receive(mail(one, phrase));
        box.receive(mail(one, phrase + " again"));
        read(id);
        letter(id, one);
        assertThat(Traces.of(one.address())).containsExactly("dead_letter");

        // When
        var erasure = Client.delete("/applications/" + id, box.hr());

        // Then
        assertThat(erasure.status()).isEqualTo(204);
        awaitAllTold();
        for (var trace : List.of(one.name(), one.address(), phrase, one.name().split(" ")[1])) {
            assertThat(Traces.of(trace)).as("tables").isEmpty();
            assertThat(Topics.read("applications").stream()
                            .filter(told -> Traces.shows(Topics.text(told) + told.key() + told.headers(), trace)))
                    .as("events")
                    .isEmpty();
        }
        var certificate =
                Client.get("/applications/" + id + "/erasure", box.hr()).json();
        assertThat(certificate.at("/destroyed/messages").asInt()).isEqualTo(2);
        assertThat(certificate.at("/destroyed/deadLetters").asInt()).isEqualTo(1);
        assertThat(certificate.at("/destroyed/documents").asInt()).isPositive();
        assertThat(box.applications(posting)).hasSize(2 * OTHERS_BY_EACH_DOOR);
        assertThat(Database.rows("SELECT count(*) FROM application a JOIN document d ON d.application_id = a.id"
                        + " WHERE a.posting_id = '" + posting + "' AND d.kind = 'cv'"))
                .containsExactly("" + 2 * OTHERS_BY_EACH_DOOR);
    }

    @Test
    void the_search_finds_what_is_there_in_every_disguise() {
        // Given
        Database.run("CREATE TABLE probe (shown text, bytes bytea)");

        // When
        var found = List.of(
                        "('Zoraida Quist', NULL)",
                        "('ZORAIDA QUIST', NULL)",
                        "(NULL, 'Zoraida Quist')",
                        "(encode('Zoraida Quist', 'hex'), NULL)",
                        "(encode('Zoraida Quist', 'base64'), NULL)",
                        "(encode('1Zoraida Quist2', 'base64'), NULL)",
                        "(encode('12Zoraida Quist3', 'base64'), NULL)",
                        "(NULL, encode('12Zoraida Quist', 'base64')::bytea)")
                .stream()
                .map(OneOfManyErasedTest::tracesOf)
                .toList();
        Database.run("DROP TABLE probe");

        // Then
        assertThat(found).hasSize(8).allSatisfy(tables -> assertThat(tables).containsExactly("probe"));
    }

    private static List<String> tracesOf(String row) {
        Database.run("TRUNCATE probe");
        Database.run("INSERT INTO probe VALUES " + row);
        return Traces.of("Zoraida Quist");
    }

    private static UUID apply(UUID posting, Someone someone, String phrase) {
        var form = Form.of(someone.name(), someone.address())
                .document("cv", "CV " + someone.name() + ".txt", cv(someone, phrase))
                .document("cover_letter", "letter.txt", cv(someone, "Dear all, I " + phrase));
        return Client.apply(posting, form).id();
    }

    private static Eml mail(Someone someone, String phrase) {
        return Eml.from(someone)
                .subject(SUBJECT)
                .text("Bonjour, " + phrase + ". " + someone.name())
                .attach("CV " + someone.name() + ".txt", cv(someone, phrase));
    }

    private static byte[] cv(Someone someone, String phrase) {
        return """
                Curriculum vitae
                %s
                %s
                Experience: %s.
                Education: school of bakers.
                """.formatted(someone.name(), someone.address(), phrase).getBytes(StandardCharsets.UTF_8);
    }

    /** So that there is something in the log of accesses. */
    private void read(UUID id) {
        Client.get("/applications/" + id, box.hr());
        Client.get("/applications/" + id + "/recipient", Tokens.service());
    }

    private static void letter(UUID id, Someone someone) {
        Database.run("INSERT INTO dead_letter (id, topic, record_partition, record_offset, event_key, headers, payload,"
                + " reason) VALUES (gen_random_uuid(), 'notifications', 0, 2000000, '" + id + "', '{}', '"
                + someone.address() + "', 'none')");
    }

    private static void awaitAllTold() {
        Awaitility.await("all events told")
                .atMost(Duration.ofSeconds(30))
                .until(() -> Database.rows("SELECT 1 FROM outbox").isEmpty());
    }
}
