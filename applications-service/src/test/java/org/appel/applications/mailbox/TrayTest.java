package org.appel.applications.mailbox;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.appel.applications.Candidate;
import org.appel.applications.Client;
import org.appel.applications.Client.Answer;
import org.appel.applications.Database;
import org.appel.testing.Contracts;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;
import org.appel.testing.Topics;

import static org.appel.applications.mailbox.Postbox.SUBJECT;
import static org.appel.applications.mailbox.Postbox.application;
import static org.appel.applications.mailbox.Postbox.pdf;
import static org.assertj.core.api.Assertions.assertThat;

/** The tray: what HR sees of unsorted mails, and how they leave it, each once. */
@QuarkusTest
@RealInfrastructure
@TestProfile(ManyMailboxes.class)
class TrayTest {
    private static final Instant DEADLINE = Instant.parse("2025-08-03T22:00:00Z");
    private static final Instant ARRIVAL = Instant.parse("2025-07-07T07:00:00Z");

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
    void hr_reads_a_mail_with_its_text_and_files() {
        // Given
        var someone = Someone.unique();
        var id = unsorted(application(someone).text("Bonjour, voici mon dossier."));

        // When
        var mail = Client.get("/mailbox/unsorted/" + id, box.hr());

        // Then
        assertThat(mail.status()).isEqualTo(200);
        assertThat(mail.header("Cache-Control")).isEqualTo("no-store");
        assertThat(mail.json().path("from").asText()).isEqualTo(someone.address());
        assertThat(mail.json().path("name").asText()).isEqualTo(someone.name());
        assertThat(mail.json().path("text").asText()).contains("Bonjour, voici mon dossier.");
        assertThat(mail.json().path("parts").path(0).path("name").asText()).isEqualTo("CV.pdf");
        assertThat(box.unsorted().path(0).path("parts").path(0).asText()).isEqualTo("CV.pdf");
    }

    @Test
    void a_file_is_only_ever_saved_and_number_zero_is_the_whole_mail() {
        // Given
        var mail = application(Someone.unique()).subject("Ma candidature");
        box.receive(mail);
        var id = box.unsorted().path(0).path("id").asText();

        // When
        var file = Client.get("/mailbox/unsorted/" + id + "/parts/1", box.hr());
        var whole = Client.get("/mailbox/unsorted/" + id + "/parts/0", box.hr());

        // Then
        assertThat(file.bytes()).isEqualTo(pdf("Curriculum vitae"));
        assertThat(file.header("Content-Disposition")).startsWith("attachment; filename=\"CV.pdf\"");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.header("Cache-Control")).isEqualTo("no-store");
        assertThat(whole.bytes()).isEqualTo(mail.bytes());
        assertThat(Client.get("/mailbox/unsorted/" + id + "/parts/2", box.hr()).status())
                .isEqualTo(404);
    }

    @Test
    void the_tray_comes_in_pages_and_by_posting() {
        // Given
        unsorted(application(Someone.unique()));
        unsorted(application(Someone.unique()));
        box.receive(application(Someone.unique()).subject("Responsable de la boulangerie"));

        // When
        var page = Client.get("/mailbox/unsorted?limit=2&mailbox=" + box.name(), box.hr())
                .json();
        var next = Client.get(page.path("next").asText(), box.hr()).json();
        var near = Client.get("/mailbox/unsorted?posting=" + posting, box.hr()).json();

        // Then
        assertThat(page.path("items")).hasSize(2);
        assertThat(next.path("items")).hasSize(1);
        assertThat(next.path("next").isNull()).isTrue();
        assertThat(near.path("items")).hasSize(1);
    }

    @Test
    void an_assigned_mail_is_an_application_that_arrived_when_the_mail_did() {
        // Given
        var someone = Someone.unique();
        var id = unsorted(application(someone));

        // When
        var answer = assign(id, "{\"posting\": \"" + posting + "\"}");

        // Then
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).endsWith("/applications/" + answer.id());
        assertThat(answer.json().path("receivedAt").asText()).isEqualTo(ARRIVAL.toString());
        var file = box.theFile(posting);
        assertThat(file.path("email").asText()).isEqualTo(someone.address());
        assertThat(file.path("receivedAt").asText()).isEqualTo(ARRIVAL.toString());
        assertThat(file.path("documents").findValuesAsText("kind")).contains("cv");
        assertThat(box.unsorted()).isEmpty();
        assertThat(box.last().path("outcome").asText()).isEqualTo("accepted");
        assertThat(box.ledger(posting).path("balanced").asBoolean()).isTrue();
        assertThat(box.ledger().path("unsorted").asInt()).isZero();
        Topics.await("applications", told -> told.key().equals(answer.id().toString()));
        assertSortedBy("hr@" + box.name(), id);
    }

    @Test
    void an_assigned_mail_of_somebody_who_has_an_application_brings_it_up_to_date() {
        // Given
        var someone = Someone.unique();
        box.receive(application(someone));
        var id = unsorted(application(someone, "Another CV"));

        // When
        var answer = assign(id, "{\"posting\": \"" + posting + "\"}");

        // Then
        assertThat(answer.json().path("updated").asBoolean()).isTrue();
        assertThat(box.theFile(posting).path("revision").asInt()).isEqualTo(2);
    }

    @Test
    void who_stepped_back_after_the_mail_had_arrived_has_not_applied_again_with_it() {
        // Given
        var someone = Someone.unique();
        box.receive(application(someone));
        var id = unsorted(application(someone, "Another CV"));
        Candidate.of(box.theId(posting)).post("/withdrawal");

        // When
        var answer = assign(id, "{\"posting\": \"" + posting + "\"}");

        // Then
        assertThat(answer.json().path("stage").asText()).isEqualTo("withdrawn");
        assertThat(box.theFile(posting).path("stage").asText()).isEqualTo("withdrawn");
        assertThat(box.ledger(posting).path("balanced").asBoolean()).isTrue();
    }

    @Test
    void a_late_mail_is_assigned_only_if_hr_says_so() {
        // Given
        var closed = box.open(box.aPosting("Comptable du bureau de Tunis").closing(DEADLINE));
        box.receive(application(Someone.unique()).subject("Ma candidature"), DEADLINE.plus(1, ChronoUnit.HOURS));
        var id = id();

        // When
        var refused = assign(id, "{\"posting\": \"" + closed + "\"}");
        var taken = assign(id, "{\"posting\": \"" + closed + "\", \"acceptLate\": true}");

        // Then
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("deadline-passed");
        assertThat(refused.json().path("override").asText()).isEqualTo("acceptLate");
        assertThat(taken.status()).isEqualTo(201);
        assertThat(box.theFile(closed).path("admission").asText()).isEqualTo("late");
    }

    @Test
    void of_a_mail_that_somebody_passed_on_hr_names_the_candidate() {
        // Given
        box.receive(
                Eml.from("Collègue", "collegue@" + box.name() + ".example")
                        .subject("TR: " + SUBJECT)
                        .text(
                                "Reçu par courrier:\n\n-------- Message transféré --------\nDe : Amina <amina@example.net>\n"
                                        + "Envoyé : lundi 7 juillet 2025 09:00\nObjet : " + SUBJECT
                                        + "\n\nVoici mon CV.")
                        .attach("CV.pdf", pdf("CV")),
                ARRIVAL);
        var candidate = Someone.unique();
        var id = id();

        // When
        var unnamed = assign(id, "{\"posting\": \"" + posting + "\"}");
        var named = assign(id, """
                {"posting": "%s", "email": "%s", "name": "%s"}""".formatted(posting, candidate.address(), candidate.name()));

        // Then
        assertThat(unnamed.status()).isEqualTo(422);
        assertThat(unnamed.problem()).isEqualTo("candidate-unnamed");
        assertThat(named.status()).isEqualTo(201);
        var file = box.theFile(posting);
        assertThat(file.path("email").asText()).isEqualTo(candidate.address());
        assertThat(file.path("name").asText()).isEqualTo(candidate.name());
        var recipient = box.recipient(posting, 1);
        assertThat(recipient.path("email").asText()).isEqualTo(candidate.address());
        assertThat(recipient.path("answers").path("messageId").isNull()).isTrue();
    }

    @Test
    void nothing_is_assigned_to_another_organisations_posting_or_to_nobody() {
        // Given
        var foreign = new Postbox(intake).posting();
        var id = unsorted(application(Someone.unique()));

        // When
        var elsewhere = assign(id, "{\"posting\": \"" + foreign + "\"}");
        var nobody = assign(id, "{\"posting\": \"" + posting + "\", \"email\": \"nobody\"}");
        var nowhere = assign(id, "{}");

        // Then
        assertThat(elsewhere.status()).isEqualTo(404);
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(nowhere.status()).isEqualTo(422);
        assertThat(box.unsorted()).hasSize(1);
    }

    @Test
    void an_answer_leaves_the_tray_and_goes_to_the_sender() {
        // Given
        var someone = Someone.unique();
        var id = unsorted(application(someone));

        // When
        var answer = Client.post("/mailbox/unsorted/" + id + "/answer", box.hr(), """
                {"reason": "answered-by-hr", "text": "Le poste est pourvu depuis mars."}""");

        // Then
        assertThat(answer.status()).isEqualTo(204);
        assertThat(box.unsorted()).isEmpty();
        var event = Topics.await("applications", told -> told.key().equals(id));
        Contracts.assertValid("org.appel.MessageDeclined.v1", Topics.text(event));
        assertThat(Topics.text(event)).doesNotContain("pourvu");
        var sender = box.sender(box.last());
        assertThat(sender.path("email").asText()).isEqualTo(someone.address());
        assertThat(sender.path("text").asText()).isEqualTo("Le poste est pourvu depuis mars.");
        assertThat(sender.path("reason").asText()).isEqualTo("answered-by-hr");
        assertThat(box.ledger().path("refused").path("answered-by-hr").asInt()).isEqualTo(1);
        assertThat(box.ledger().path("answers").path("pending").asInt()).isEqualTo(1);
        assertSortedBy("hr@" + box.name(), id);
    }

    @Test
    void an_answer_of_ones_own_has_a_text_of_bounded_length() {
        // Given
        var id = unsorted(application(Someone.unique()));
        var path = "/mailbox/unsorted/" + id + "/answer";

        // When
        var empty = Client.post(path, box.hr(), "{\"reason\": \"answered-by-hr\"}");
        var endless =
                Client.post(path, box.hr(), "{\"reason\": \"answered-by-hr\", \"text\": \"" + "x".repeat(4001) + "\"}");
        var unknown = Client.post(path, box.hr(), "{\"reason\": \"bored\"}");

        // Then
        assertThat(List.of(empty.status(), endless.status(), unknown.status())).containsOnly(422);
        assertThat(box.unsorted()).hasSize(1);
    }

    @Test
    void words_of_hr_do_not_go_to_an_address_that_may_be_somebody_elses() {
        // Given
        var id = unsorted(application(Someone.unique()).returnPath("<relay@elsewhere.example>"));
        var path = "/mailbox/unsorted/" + id + "/answer";

        // When
        var words = Client.post(path, box.hr(), "{\"reason\": \"answered-by-hr\", \"text\": \"Chère Amina\"}");
        var plain = Client.post(path, box.hr(), "{\"reason\": \"unknown-vacancy\"}");

        // Then
        assertThat(words.status()).isEqualTo(409);
        assertThat(words.problem()).isEqualTo("answers-elsewhere");
        assertThat(plain.status()).isEqualTo(204);
        var sender = box.sender(box.last());
        assertThat(sender.path("email").asText()).isEqualTo("relay@elsewhere.example");
        assertThat(sender.path("name").isNull()).isTrue();
    }

    @Test
    void spam_is_thrown_away_with_a_reason_and_nothing_of_it_stays() {
        // Given
        var id = unsorted(application(Someone.unique()));

        // When
        var answer = Client.delete("/mailbox/unsorted/" + id, box.hr());

        // Then
        assertThat(answer.status()).isEqualTo(204);
        assertThat(box.last().path("reason").asText()).isEqualTo("not-an-application");
        assertThat(box.last().path("answer").path("reason").asText()).isEqualTo("not-an-application");
        assertThat(Database.rows("SELECT num_nonnulls(sealed, wrapped_key) FROM message WHERE id = '" + id + "'"))
                .containsExactly("0");
        assertThat(Database.rows("SELECT 1 FROM sealed_blob WHERE id = '" + id + "'"))
                .isEmpty();
        assertThat(box.ledger().path("balanced").asBoolean()).isTrue();
        assertSortedBy("hr@" + box.name(), id);
    }

    @Test
    void what_was_sorted_once_is_not_sorted_again() {
        // Given
        var id = unsorted(application(Someone.unique()));
        assign(id, "{\"posting\": \"" + posting + "\"}");

        // When
        var again = List.of(
                assign(id, "{\"posting\": \"" + posting + "\"}"),
                Client.post("/mailbox/unsorted/" + id + "/answer", box.hr(), "{\"reason\": \"unknown-vacancy\"}"),
                Client.delete("/mailbox/unsorted/" + id, box.hr()));

        // Then
        assertThat(again)
                .allMatch(answer -> answer.status() == 409 && answer.problem().equals("already-sorted"));
        assertThat(box.applications(posting)).hasSize(1);
        assertThat(Client.get("/mailbox/unsorted/" + id, box.hr()).status()).isEqualTo(404);
    }

    @Test
    void when_two_sort_at_once_one_of_them_does() throws Exception {
        // Given
        var id = unsorted(application(Someone.unique()));

        // When
        List<Integer> statuses;
        try (var both = java.util.concurrent.Executors.newFixedThreadPool(2)) {
            var assigned = both.submit(
                    () -> assign(id, "{\"posting\": \"" + posting + "\"}").status());
            var dismissed = both.submit(
                    () -> Client.delete("/mailbox/unsorted/" + id, box.hr()).status());
            statuses = List.of(assigned.get(), dismissed.get());
        }

        // Then
        assertThat(statuses).containsAnyOf(201, 204).contains(409);
        assertThat(box.ledger().path("balanced").asBoolean()).isTrue();
        assertThat(box.ledger().path("arrived").asInt()).isEqualTo(1);
    }

    @Test
    void to_others_a_mail_is_as_unknown_as_one_that_never_was() {
        // Given
        var id = unsorted(application(Someone.unique()));
        var stranger = Tokens.hr("omct");

        // When
        var answers = List.of(
                Client.get("/mailbox/unsorted/" + id, stranger),
                Client.get("/mailbox/unsorted/" + id + "/parts/1", stranger),
                Client.post("/mailbox/unsorted/" + id + "/assignment", stranger, "{\"posting\": \"" + posting + "\"}"),
                Client.post("/mailbox/unsorted/" + id + "/answer", stranger, "{\"reason\": \"unknown-vacancy\"}"),
                Client.delete("/mailbox/unsorted/" + id, stranger));
        var list = Client.get("/mailbox/unsorted?mailbox=" + box.name(), stranger);

        // Then
        assertThat(answers)
                .allMatch(answer -> answer.status() == 404 && answer.problem().equals("unknown-message"));
        assertThat(list.json().path("items")).isEmpty();
        assertThat(box.unsorted()).hasSize(1);
        assertThat(Client.get("/mailbox/unsorted/" + id, Tokens.panel(box.name()))
                        .status())
                .isEqualTo(403);
        assertThat(Client.get("/mailboxes/" + box.name() + "/ledger", stranger).status())
                .isEqualTo(404);
    }

    /** The id of a mail whose subject names no posting. */
    private String unsorted(Eml mail) {
        box.receive(mail.subject("Ma candidature"), ARRIVAL);
        return box.last().path("id").asText();
    }

    private String id() {
        return box.unsorted().path(0).path("id").asText();
    }

    private Answer assign(String id, String json) {
        return Client.post("/mailbox/unsorted/" + id + "/assignment", box.hr(), json);
    }

    private static void assertSortedBy(String who, String id) {
        assertThat(Database.rows("SELECT sorted_by FROM message WHERE sorted_at IS NOT NULL AND id = '" + id + "'"))
                .containsExactly(who);
    }
}
