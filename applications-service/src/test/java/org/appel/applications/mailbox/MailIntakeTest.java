package org.appel.applications.mailbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.appel.applications.Client;
import org.appel.applications.Database;
import org.appel.applications.PostingFixture;
import org.appel.applications.mailbox.imap.MessageHandler.Disposition;
import org.appel.inspection.CandidateFiles;
import org.appel.testing.Contracts;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;
import org.appel.testing.Topics;

import static org.appel.applications.mailbox.Postbox.SUBJECT;
import static org.appel.applications.mailbox.Postbox.application;
import static org.appel.applications.mailbox.Postbox.pdf;
import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of a mail that one person wrote, sent and meant for one posting. */
@QuarkusTest
@RealInfrastructure
@TestProfile(ManyMailboxes.class)
class MailIntakeTest {
    private static final String LETTER = """
            Madame, Monsieur,

            Depuis douze ans je tiens la boulangerie de nuit d’une grande maison, où j’ai formé une équipe de neuf
            personnes et refait l’organisation du travail de fond en comble. Votre annonce m’a tout de suite parlé : elle
            dit ce que vous attendez, et c’est ce que je sais faire. J’ai l’habitude des horaires décalés, des commandes
            qui changent au dernier moment et des contrôles d’hygiène, que mon équipe a passés onze fois sans remarque.
            Je parle français, arabe et anglais, et j’ai appris à écrire un budget qui tient. Vous trouverez mon parcours
            dans le document joint. Je serais heureuse de vous en parler de vive voix, quand cela vous conviendra.

            Veuillez agréer, Madame, Monsieur, l’expression de mes salutations distinguées.
            """;

    @Inject
    MailIntake intake;

    private Postbox box;

    @BeforeEach
    void openTheMailbox() {
        box = new Postbox(intake);
    }

    @Test
    void a_mail_becomes_an_application_with_its_papers() {
        // Given
        var posting = box.posting();
        var at = Instant.parse("2025-07-07T07:00:00Z");
        var someone = Someone.unique();

        // When
        var disposition =
                box.receive(application(someone).attach("lettre de motivation.pdf", pdf("Madame, Monsieur")), at);

        // Then
        assertThat(disposition).isEqualTo(Disposition.TAKEN);
        var file = box.theFile(posting);
        assertThat(file.path("name").asText()).isEqualTo(someone.name());
        assertThat(file.path("email").asText()).isEqualTo(someone.address());
        assertThat(file.path("language").asText()).isEqualTo("fr");
        assertThat(file.path("receivedAt").asText()).isEqualTo(at.toString());
        assertThat(file.path("consent").path("wording").asText()).isEqualTo("by-mail-1");
        assertThat(file.path("admission").asText()).isEqualTo("in-time");
        assertThat(kinds(file)).containsExactly("cv", "cover_letter", "message");
        assertThat(box.last().path("outcome").asText()).isEqualTo("accepted");
    }

    @Test
    void an_application_by_mail_is_told_like_any_other() {
        // Given
        var posting = box.posting();

        // When
        box.receive(application(Someone.unique()));

        // Then
        var event = Client.json(Topics.text(Topics.await(
                "applications", told -> told.key().equals(box.theId(posting).toString()))));
        Contracts.assertValid("org.appel.ApplicationReceived.v1", event.toString());
        assertThat(event.path("door").asText()).isEqualTo("mail");
        assertThat(event.has("unanswered")).isFalse();
    }

    @Test
    void a_mail_that_is_read_again_at_its_place_has_no_further_effect() {
        // Given
        var posting = box.posting();
        var mail = application(Someone.unique());
        var uid = Postbox.freshUid();
        box.receive(mail, uid);
        var before = box.ledger();

        // When
        var again = box.receive(mail, uid);

        // Then
        assertThat(again).isEqualTo(Disposition.TAKEN);
        assertThat(box.ledger()).isEqualTo(before);
        assertThat(box.applications(posting)).hasSize(1);
    }

    @Test
    void the_same_mail_at_another_place_is_a_duplicate_and_not_answered() {
        // Given
        var posting = box.posting();
        var mail = application(Someone.unique());
        box.receive(mail);

        // When
        var again = box.receive(mail);

        // Then
        assertThat(again).isEqualTo(Disposition.TAKEN);
        assertThat(box.theFile(posting).path("revision").asInt()).isEqualTo(1);
        assertThat(box.last().path("outcome").asText()).isEqualTo("duplicate");
        assertThat(box.last().path("answer").path("reason").asText()).isEqualTo("duplicate");
        assertThat(box.ledger().path("duplicate").asInt()).isEqualTo(1);
    }

    @Test
    void without_a_message_id_the_content_tells_that_it_is_the_same() {
        // Given
        var posting = box.posting();
        var mail = application(Someone.unique()).messageId(null);
        box.receive(mail);

        // When
        box.receive(mail);

        // Then
        assertThat(box.applications(posting)).hasSize(1);
        assertThat(box.last().path("outcome").asText()).isEqualTo("duplicate");
    }

    @Test
    void the_same_content_under_another_message_id_is_a_duplicate() {
        // Given
        var posting = box.posting();
        var someone = Someone.unique();
        box.receive(application(someone));

        // When
        var again = box.receive(application(someone));

        // Then
        assertThat(again).isEqualTo(Disposition.TAKEN);
        assertThat(box.theFile(posting).path("revision").asInt()).isEqualTo(1);
        assertThat(box.last().path("outcome").asText()).isEqualTo("duplicate");
    }

    @Test
    void other_content_under_the_same_message_id_is_taken() {
        // Given
        var posting = box.posting();
        var someone = Someone.unique();
        var first = application(someone);
        box.receive(first);

        // When
        box.receive(application(someone)
                .messageId(first.messageId())
                .attach("lettre de motivation.pdf", pdf("Madame, Monsieur")));

        // Then
        assertThat(kinds(box.theFile(posting))).contains("cover_letter");
        assertThat(box.last().path("outcome").asText()).isEqualTo("updated");
    }

    @Test
    void what_was_sent_before_the_last_revision_counts_when_it_is_sent_again() {
        // Given
        var posting = box.posting();
        var someone = Someone.unique();
        box.receive(application(someone));
        box.receive(application(someone, "The second thought"));

        // When
        box.receive(application(someone));

        // Then
        assertThat(box.theFile(posting).path("revision").asInt()).isEqualTo(3);
        assertThat(box.last().path("outcome").asText()).isEqualTo("updated");
    }

    @Test
    void a_subject_that_names_no_posting_is_left_to_people() {
        // Given
        var posting = box.posting();

        // When
        var disposition = box.receive(application(Someone.unique()).subject("Ma candidature"));

        // Then
        assertThat(disposition).isEqualTo(Disposition.SET_ASIDE);
        assertThat(box.applications(posting)).isEmpty();
        assertThat(box.unsorted().path(0).path("reason").asText()).isEqualTo("no-vacancy-named");
        assertThat(box.last().path("answer").path("state").asText()).isEqualTo("unsorted");
    }

    @Test
    void a_subject_near_a_posting_is_left_to_people_with_the_posting_as_a_guess() {
        // Given
        var posting = box.posting();

        // When
        box.receive(application(Someone.unique()).subject("Responsable de la boulangerie"));

        // Then
        var mail = box.unsorted().path(0);
        assertThat(mail.path("guesses").path(0).path("posting").asText()).isEqualTo(posting.toString());
        assertThat(mail.path("guesses").path(0).path("titles").path("fr").asText())
                .isEqualTo(SUBJECT);
        assertThat(box.applications(posting)).isEmpty();
    }

    @Test
    void a_missing_letter_is_asked_for_and_the_application_stands() {
        // Given
        var posting = box.open(box.aPosting().requiring("cv", "cover_letter"));

        // When
        box.receive(application(Someone.unique()));

        // Then
        assertThat(box.recipient(posting, 1).path("missing")).hasSize(1);
        assertThat(box.recipient(posting, 1).path("missing").path(0).asText()).isEqualTo("cover_letter");
    }

    @Test
    void a_letter_in_the_text_of_the_mail_is_the_letter() {
        // Given
        var posting = box.open(box.aPosting().requiring("cv", "cover_letter"));

        // When
        box.receive(application(Someone.unique()).text(LETTER));

        // Then
        assertThat(kinds(box.theFile(posting))).containsExactly("cv", "cover_letter");
        assertThat(box.recipient(posting, 1).path("missing")).isEmpty();
    }

    @Test
    void a_letter_without_any_file_is_an_application() {
        // Given
        var posting = box.posting();

        // When
        box.receive(Eml.from(Someone.unique()).subject(SUBJECT).text(LETTER));

        // Then
        assertThat(kinds(box.theFile(posting))).containsExactly("cover_letter");
    }

    @Test
    void a_word_without_any_file_is_left_to_people() {
        // Given
        var posting = box.posting();

        // When
        box.receive(Eml.from(Someone.unique()).subject(SUBJECT).text("Est-ce que le poste est encore libre ?"));

        // Then
        assertThat(box.unsorted().path(0).path("reason").asText()).isEqualTo("no-document");
        assertThat(box.applications(posting)).isEmpty();
        assertThat(box.ledger(posting).path("unsorted").asInt()).isEqualTo(1);
    }

    @Test
    void a_mail_of_which_no_file_can_be_used_is_declined_and_each_is_named() {
        // Given
        var posting = box.posting();

        // When
        box.receive(Eml.from(Someone.unique()).subject(SUBJECT).attach("CV.pdf", CandidateFiles.exe()));

        // Then
        assertThat(box.last().path("reason").asText()).isEqualTo("unusable-documents");
        assertThat(box.applications(posting)).isEmpty();
        var sender = box.sender(box.last());
        assertThat(sender.path("reason").asText()).isEqualTo("unusable-documents");
        assertThat(sender.path("unusable").path(0).path("name").asText()).isEqualTo("CV.pdf");
        assertThat(sender.path("unusable").path(0).path("why").asText()).isNotBlank();
    }

    @Test
    void a_file_that_could_not_be_unpacked_is_named_like_any_other_that_cannot_be_used() {
        // Given
        var posting = box.posting();

        // When
        box.receive(application(Someone.unique())
                .attach("dossier.zip", CandidateFiles.zipOf("plus.zip", CandidateFiles.zipOf("CV.pdf", pdf("CV")))));

        // Then
        assertThat(box.theFile(posting)
                        .path("unusableDocuments")
                        .path(0)
                        .path("why")
                        .asText())
                .contains("dossier.zip", "plus.zip")
                .doesNotEndWith(".");
    }

    @Test
    void where_candidates_are_protected_papers_are_kept_without_their_authors_traces() {
        // Given
        var posting = box.open(box.aPosting().protectingCandidates());
        var someone = Someone.unique();

        // When
        box.receive(Eml.from(someone)
                .subject(SUBJECT)
                .attach("CV.pdf", CandidateFiles.pdfBy("Zwetschgendatschi", "Curriculum vitae")));

        // Then
        var file = box.theFile(posting);
        var kept = Client.get(
                "/applications/" + file.path("id").asText() + "/documents/" + box.document(file, "cv"), box.hr());
        assertThat(kept.status()).isEqualTo(200);
        assertThat(new String(kept.bytes(), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF")
                .doesNotContain("Zwetschgendatschi");
    }

    @Test
    void one_file_that_cannot_be_used_does_not_keep_the_others_out() {
        // Given
        var posting = box.posting();

        // When
        box.receive(application(Someone.unique()).attach("diplome.pdf", CandidateFiles.exe()));

        // Then
        var file = box.theFile(posting);
        assertThat(kinds(file)).containsExactly("cv", "message");
        assertThat(file.path("unusableDocuments").path(0).path("name").asText()).isEqualTo("diplome.pdf");
        assertThat(box.recipient(posting, 1).path("unusable")).hasSize(1);
    }

    @Test
    void of_a_paper_that_is_unclear_hr_says_what_it_is() {
        // Given
        var posting = box.posting();
        box.receive(application(Someone.unique()).attach("scan0001.pdf", pdf("Zzz")));
        var file = box.theFile(posting);
        var unclear = box.document(file, "other");

        // When
        var answer = Client.put(
                "/applications/" + file.path("id").asText() + "/documents/" + unclear + "/kind",
                box.hr(),
                "{\"kind\": \"certificate\"}",
                "If-Match",
                "\"1\"");

        // Then
        assertThat(file.path("unclearDocuments").asBoolean()).isTrue();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("unclearDocuments").asBoolean()).isFalse();
        assertThat(kinds(answer.json())).contains("certificate").doesNotContain("other");
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void a_kind_that_the_posting_does_not_take_is_refused_and_so_is_a_stale_decision() {
        // Given
        var posting = box.posting();
        box.receive(application(Someone.unique()).attach("scan0001.pdf", pdf("Zzz")));
        var file = box.theFile(posting);
        var path = "/applications/" + file.path("id").asText() + "/documents/" + box.document(file, "other") + "/kind";

        // When
        var unknown = Client.put(path, box.hr(), "{\"kind\": \"horoscope\"}", "If-Match", "\"1\"");
        var stale = Client.put(path, box.hr(), "{\"kind\": \"cv\"}", "If-Match", "\"7\"");
        var foreign = Client.put(path, Tokens.hr("omct"), "{\"kind\": \"cv\"}", "If-Match", "\"1\"");

        // Then
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(foreign.status()).isEqualTo(404);
    }

    @Test
    void somebody_without_a_name_is_called_by_their_address() {
        // Given
        var posting = box.posting();

        // When
        box.receive(Eml.from("", "amina.ben-salah+jobs@example.net")
                .subject(SUBJECT)
                .attach("CV.pdf", pdf("CV")));

        // Then
        assertThat(box.theFile(posting).path("name").asText()).isEqualTo("Amina Ben Salah");
    }

    @Test
    void a_mail_in_english_is_answered_in_english() {
        // Given
        var posting = box.posting();

        // When
        box.receive(application(Someone.unique())
                .text("Dear Madam, please find attached my application for the position that you have advertised."));

        // Then
        assertThat(box.theFile(posting).path("language").asText()).isEqualTo("en");
    }

    @Test
    void a_mail_that_is_too_large_to_be_fetched_is_left_to_people() {
        // Given
        var posting = box.posting();

        // When
        var disposition = box.receiveCut(application(Someone.unique()));

        // Then
        assertThat(disposition).isEqualTo(Disposition.SET_ASIDE);
        assertThat(box.unsorted().path(0).path("reason").asText()).isEqualTo("too-large");
        assertThat(box.unsorted()
                        .path(0)
                        .path("guesses")
                        .path(0)
                        .path("posting")
                        .asText())
                .isEqualTo(posting.toString());
    }

    @Test
    void a_mail_that_could_not_be_judged_is_left_to_people_with_its_sender_and_its_files() {
        // Given
        box.posting();
        var someone = Someone.unique();

        // When
        var disposition = box.receiveUnreadable(application(someone).bytes());

        // Then
        assertThat(disposition).isEqualTo(Disposition.SET_ASIDE);
        var mail = box.unsorted().path(0);
        assertThat(mail.path("reason").asText()).isEqualTo("unreadable");
        assertThat(mail.toString()).contains(someone.address());
        assertThat(Client.get("/mailbox/unsorted/" + mail.path("id").asText(), box.hr())
                        .json()
                        .toString())
                .contains("CV.pdf");
    }

    @Test
    void mails_of_which_nothing_could_be_fetched_are_left_to_people_each_for_itself() {
        // When
        box.receiveUnreadable(new byte[0]);
        box.receiveUnreadable(new byte[0]);

        // Then
        assertThat(box.unsorted().findValuesAsText("reason")).containsExactly("unreadable", "unreadable");
        assertThat(box.ledger().path("balanced").asBoolean()).isTrue();
    }

    @Test
    void a_mail_for_another_organisations_posting_is_not_filed_there() {
        // Given
        var other = new Postbox(intake);
        var posting = other.posting();

        // When
        box.receive(application(Someone.unique()));

        // Then
        assertThat(other.applications(posting)).isEmpty();
        assertThat(box.unsorted()).hasSize(1);
        assertThat(other.unsorted()).isEmpty();
    }

    @Test
    void a_mail_that_names_a_posting_that_takes_no_mail_is_not_filed_under_a_similar_one() {
        // Given
        var near = box.posting();
        var named = box.open(PostingFixture.anOpenPosting().of(box.name()).titled("fr", SUBJECT + " – Observatoire"));

        // When
        box.receive(application(Someone.unique()).subject(SUBJECT + " – Observatoire"));

        // Then
        assertThat(box.applications(near)).isEmpty();
        assertThat(box.applications(named)).isEmpty();
        var mail = box.unsorted().path(0);
        assertThat(mail.path("reason").asText()).isEqualTo("takes-no-mail");
        assertThat(mail.path("guesses").path(0).path("posting").asText()).isEqualTo(named.toString());
        assertThat(box.ledger(named).path("balanced").asBoolean()).isTrue();
    }

    @Test
    void a_similar_posting_that_takes_no_mail_keeps_no_mail_from_the_one_that_it_names() {
        // Given
        var named = box.posting();
        box.open(PostingFixture.anOpenPosting().of(box.name()).titled("fr", SUBJECT + " – Observatoire"));

        // When
        box.receive(application(Someone.unique()));

        // Then
        assertThat(box.applications(named)).hasSize(1);
    }

    @Test
    void a_mail_to_a_posting_that_took_mail_before_it_was_amended_is_an_application() {
        // Given
        var posting = box.aPosting();
        box.open(posting);
        posting.notByMail().amended().amend("content");
        Awaitility.await("amended").atMost(Duration.ofSeconds(30)).until(() -> Database.rows(
                        "SELECT version FROM known_posting WHERE id = '" + posting.id() + "'")
                .equals(List.of("2")));

        // When
        box.receive(application(Someone.unique()));

        // Then
        assertThat(box.applications(posting.id())).hasSize(1);
    }

    @Test
    void nothing_that_the_postings_of_the_organisation_ask_is_put_off_by_a_mail_without_any_posting() {
        // When
        var disposition = box.receive(application(Someone.unique()));

        // Then
        assertThat(disposition).isEqualTo(Disposition.SET_ASIDE);
        assertThat(box.ledger().path("unsorted").asInt()).isEqualTo(1);
        assertThat(box.ledger().path("balanced").asBoolean()).isTrue();
    }

    @Test
    void an_older_mail_that_is_read_later_does_not_replace_what_came_after_it() {
        // Given
        var posting = box.posting();
        var someone = Someone.unique();
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        box.receive(application(someone, "The newer CV"), now);
        var newer = box.document(box.theFile(posting), "cv");

        // When
        box.receive(application(someone, "The older CV"), now.minus(3, ChronoUnit.DAYS));

        // Then
        assertThat(box.theFile(posting).path("documents").findValuesAsText("id"))
                .contains(newer.toString());
    }

    private static List<String> kinds(JsonNode file) {
        return file.path("documents").findValuesAsText("kind");
    }
}
