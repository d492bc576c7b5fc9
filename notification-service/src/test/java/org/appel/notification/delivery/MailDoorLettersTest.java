package org.appel.notification.delivery;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.appel.launcher.embedded.ReceivedMail;
import org.appel.notification.RunningService;
import org.appel.notification.delivery.Story.Person;
import org.appel.testing.Contracts;
import org.appel.testing.Infrastructure;
import org.appel.testing.Tokens;
import org.appel.testing.Topics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** The letters that answer mails, and those about a candidate's own view. */
@QuarkusTest
@RunningService
class MailDoorLettersTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String LINK = "https://candidates.example/my/applications/1?token=abc";

    @ConfigProperty(name = "test.applications-port")
    int applicationsPort;

    @ConfigProperty(name = "test.postings-port")
    int postingsPort;

    private final UUID message = UUID.randomUUID();
    private final String sender = "sender-" + UUID.randomUUID() + "@candidats.example";

    private Neighbours applications;
    private Neighbours postings;
    private Story story;
    private Person person;

    @BeforeEach
    void neighbours() {
        applications = new Neighbours(applicationsPort);
        postings = new Neighbours(postingsPort);
        story = Story.begin(applications, postings);
        person = story.person("Amel");
    }

    @AfterEach
    void quiet() {
        applications.stop();
        postings.stop();
        Story.update("DELETE FROM notification WHERE state IN ('waiting', 'sending')");
    }

    @Test
    void an_application_by_mail_is_answered_to_that_mail() {
        // Given
        story.isKnownAs(person, """
                {"name": "Amel", "email": "%s", "documents": [], "revision": 1,
                 "answers": {"messageId": "<b@candidats.example>", "references": ["<a@candidats.example>"]}}""");

        // When
        story.appliesByMail(person, 1, null);

        // Then
        var mail = theOnlyMailTo(person.address());
        assertThat(mail.headers())
                .containsEntry("Auto-Submitted", "auto-replied")
                .containsEntry("X-Auto-Response-Suppress", "All")
                .containsEntry("In-Reply-To", "<b@candidats.example>")
                .containsEntry("References", "<a@candidats.example> <b@candidats.example>")
                .containsEntry("Return-Path", "<>");
        assertThat(mail.subject()).isEqualTo("Candidature reçue\u00a0: Juriste");
        assertThat(applications.asked()).contains("/applications/" + person.application() + "/recipient?revision=1");
    }

    @Test
    void what_came_by_the_form_answers_no_mail_and_its_bounces_come_back() {
        // Given
        story.isKnownAs(person, """
                {"name": "Amel", "email": "%s", "documents": [], "revision": 1,
                 "answers": {"messageId": "<b@candidats.example>", "references": []}}""");

        // When
        story.applies(person, 1);

        // Then
        assertThat(theOnlyMailTo(person.address()).headers())
                .containsEntry("Auto-Submitted", "auto-generated")
                .doesNotContainKeys("In-Reply-To", "References")
                .hasEntrySatisfying("Return-Path", path -> assertThat(path).contains("bounces@appel.example"));
    }

    @Test
    void a_strangers_ids_bring_no_header_of_their_own() {
        // Given
        var many = IntStream.range(0, 60).mapToObj(i -> "\"<" + "r".repeat(90) + i + "@candidats.example>\"");
        story.isKnownAs(
                person,
                """
                {"name": "Amel", "email": "%s", "documents": [], "revision": 1, "answers": {
                 "messageId": "<a@candidats.example>\\r\\nBcc: victim@evil.example", "references": ["""
                        + String.join(
                                ",",
                                Stream.concat(many, Stream.of("\"<x@y>\\r\\nX-Evil: yes\""))
                                        .toList())
                        + "]}}");

        // When
        story.appliesByMail(person, 1, null);

        // Then
        var mail = theOnlyMailTo(person.address());
        assertThat(mail.headers()).doesNotContainKeys("In-Reply-To", "Bcc", "X-Evil");
        assertThat(mail.headers().get("References").split(" ")).hasSize(20).allMatch(id -> id.matches("<r+\\d+@.*>"));
        assertThat(mailsTo("victim@evil.example")).isEmpty();
    }

    @Test
    void an_acknowledgement_has_the_link_and_what_is_missing() {
        // Given
        story.isKnownAs(person, """
                {"name": "Amel", "email": "%s", "documents": [{"kind": "cover_letter", "name": "Lettre.pdf"}],
                 "revision": 1, "link": "https://candidates.example/my/applications/1?token=abc", "missing": ["cv"],
                 "missingUntil": "2099-08-03T22:00:00Z",
                 "unusable": [{"name": "CV.pdf", "why": "The PDF is protected by a password"}]}""");

        // When
        story.applies(person, 1);

        // Then
        var mail = theOnlyMailTo(person.address());
        assertThat(mail.subject()).isEqualTo("Candidature reçue, dossier incomplet\u00a0: Juriste");
        assertThat(mail.text())
                .contains("Il manque un document à votre dossier")
                .contains("CV.pdf\u00a0: protégé par un mot de passe")
                .contains("jusqu’au 3\u00a0août 2099 à 23\u00a0h\u00a059")
                .contains(LINK);
        assertThat(mail.html()).contains("<a href=\"" + LINK + "\"");
    }

    @Test
    void an_address_that_may_be_somebody_elses_gets_nothing_personal() {
        // Given
        story.isKnownAs(person, """
                {"name": "Amel Ben Salah", "email": "%s", "documents": [{"kind": "cv", "name": "Amel.pdf"}], "revision": 1,
                 "link": "https://candidates.example/my/applications/1?token=abc", "missing": ["cv"], "addressOnly": true,
                 "answers": {"messageId": "<b@candidats.example>", "references": []}}""");

        // When
        story.appliesByMail(person, 1, null);

        // Then
        var mail = theOnlyMailTo(person.address());
        assertThat(mail.headers()).containsEntry("In-Reply-To", "<b@candidats.example>");
        assertThat(mail.toString())
                .contains("Juriste")
                .doesNotContain(
                        "Amel", "candidates.example", "CV", person.application().toString());
    }

    @Test
    void what_is_owed_no_answer_is_noted_with_its_reason_and_hr_is_told_all_the_same() {
        // When
        story.appliesByMail(person, 2, "answered-today");

        // Then
        await().atMost(SOON).until(() -> mailsTo(story.hrAddress).size() == 1);
        assertThat(story.rows("acknowledgement").getFirst())
                .containsEntry("state", "suppressed")
                .containsEntry("reason", "answered-today")
                .containsEntry("attempts", 0);
        await().atMost(SOON).until(() -> story.told("NotificationFailed").size() == 1);
        var told = story.told("NotificationFailed").getFirst();
        Contracts.assertValid("org.appel.NotificationFailed.v1", Topics.text(told));
        assertThat(Topics.text(told)).contains("\"reason\":\"answered-today\"", "\"applicationRevision\":2");
        assertThat(told.key()).isEqualTo(person.application().toString());
        assertThat(mailsTo(person.address())).isEmpty();
    }

    @Test
    void nobody_can_have_a_mail_sent_that_was_not_owed() {
        // Given
        story.appliesByMail(person, 2, "answered-today");
        await().atMost(SOON).until(() -> story.rows("acknowledgement").size() == 1);
        var id = story.rows("acknowledgement").getFirst().get("id");

        // When
        var again = given().auth().oauth2(Tokens.ops()).post("/notifications/" + id + "/redelivery");

        // Then
        again.then().statusCode(409).body("type", equalTo("urn:appel:problem:not-owed"));
    }

    @Test
    void a_reason_that_is_no_code_is_a_dead_letter() {
        // When
        story.appliesByMail(person, 1, "because I say so");

        // Then
        await().atMost(SOON).until(() -> !deadLettersOf(person).isEmpty());
        assertThat(story.rows()).isEmpty();
    }

    @Test
    void the_sender_of_a_late_mail_hears_why_it_became_no_application() {
        // Given
        story.isSentBy(message, 200, """
                {"messageId": "%s", "email": "%s", "name": "Amel", "language": "fr", "reason": "late",
                 "answers": {"messageId": "<late@candidats.example>", "references": []},
                 "closesAt": "2025-07-20T22:00:00Z"}""".formatted(message, sender));

        // When
        var event = story.declines(message, story.posting, "late");

        // Then
        var mail = theOnlyMailTo(sender);
        assertThat(mail.messageId()).isEqualTo("<" + event + ".mail-answer@appel.example>");
        assertThat(mail.subject()).isEqualTo("Candidature arrivée après le délai\u00a0: Juriste");
        assertThat(mail.text()).contains("Fin du délai\u00a0: 20\u00a0juillet 2025 à 23\u00a0h\u00a059");
        assertThat(mail.headers())
                .containsEntry("Auto-Submitted", "auto-replied")
                .containsEntry("In-Reply-To", "<late@candidats.example>")
                .containsEntry("Return-Path", "<>");
    }

    @Test
    void an_answer_is_told_with_the_mail_that_it_answers_and_found_by_it() {
        // Given
        story.isSentBy(message, 200, "{\"email\": \"" + sender + "\"}");

        // When
        story.declines(message, null, "unknown-vacancy");

        // Then
        await().atMost(SOON).until(() -> Story.toldOf(message).size() == 1);
        var told = Topics.text(Story.toldOf(message).getFirst());
        Contracts.assertValid("org.appel.NotificationSent.v1", told);
        assertThat(told)
                .contains("\"kind\":\"mail-answer\"", "\"messageId\":\"" + message + "\"", "\"postingId\":null");
        given().auth()
                .oauth2(Tokens.hr(story.organisation))
                .get("/notifications?message=" + message)
                .then()
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("mail-answer"))
                .body("items[0].message", equalTo(message.toString()))
                .body("items[0].application", nullValue());
    }

    @Test
    void a_mail_without_a_posting_is_answered_in_the_name_of_the_organisation() {
        // Given
        story.isSentBy(message, 200, "{\"email\": \"" + sender + "\"}");

        // When
        story.declines(message, null, "unknown-vacancy");

        // Then
        var mail = theOnlyMailTo(sender);
        assertThat(mail.headers().get("From")).startsWith("Essai <");
        assertThat(mail.headers())
                .containsEntry("Auto-Submitted", "auto-replied")
                .doesNotContainKey("In-Reply-To");
        assertThat(mail.text()).contains("Organisation\u00a0: Essai");
    }

    @Test
    void what_hr_answers_arrives_in_hrs_own_words() {
        // Given
        story.isSentBy(message, 200, """
                {"email": "%s", "text": "Madame,\\n\\nle poste est pourvu.\\n\\nLe secrétariat"}""".formatted(sender));

        // When
        story.declines(message, story.posting, "answered-by-hr");

        // Then
        var mail = theOnlyMailTo(sender);
        assertThat(mail.text())
                .contains("Madame,")
                .contains("le poste est pourvu.")
                .doesNotContain("automatiquement");
        assertThat(mail.headers().get("Reply-To")).contains("postuler@essai.example");
    }

    @Test
    void a_sender_who_was_forgotten_gets_nothing_and_that_is_told() {
        // Given
        story.isSentBy(message, 410, "{}");

        // When
        story.declines(message, story.posting, "late");

        // Then
        await().atMost(SOON)
                .until(() -> "suppressed".equals(story.answerTo(message).get("state")));
        await().atMost(SOON).until(() -> Story.toldOf(message).size() == 1);
        var told = Topics.text(Story.toldOf(message).getFirst());
        Contracts.assertValid("org.appel.NotificationFailed.v1", told);
        assertThat(told).contains("\"reason\":\"recipient-erased\"", "\"messageId\":\"" + message + "\"");
    }

    @Test
    void a_sender_who_is_not_known_yet_is_asked_for_again() {
        // Given
        story.declines(message, story.posting, "late");
        await().atMost(SOON).until(() -> "applications-unknown"
                .equals(story.answerTo(message).get("last_problem")));

        // When
        story.isSentBy(message, 200, "{\"email\": \"" + sender + "\"}");

        // Then
        theOnlyMailTo(sender);
    }

    @Test
    void a_reason_that_is_newer_than_this_service_is_skipped() {
        // Given
        var other = UUID.randomUUID();
        story.isSentBy(message, 200, "{\"email\": \"" + sender + "\"}");
        story.isSentBy(other, 200, "{\"email\": \"other-" + sender + "\"}");
        story.declines(message, story.posting, "full-moon");

        // When
        story.declines(other, story.posting, "late");

        // Then
        theOnlyMailTo("other-" + sender);
        assertThat(story.answerTo(message)).isEmpty();
        assertThat(given().get("/metrics").asString())
                .containsPattern("appel_events_skipped_total\\{[^}]*topic=\"applications\"");
    }

    @Test
    void a_withdrawal_a_link_and_the_end_of_keeping_are_each_told_to_the_candidate() {
        // Given
        story.isKnownAs(person, """
                {"name": "Amel", "email": "%s", "documents": [], "revision": 1,
                 "link": "https://candidates.example/my/applications/1?token=abc"}""");

        // When
        story.tells(person, "ApplicationWithdrawn", "\"withdrawnAt\": \"2025-07-29T19:12:40Z\"");
        story.tells(person, "LinkRequested", "\"requestedAt\": \"2025-07-28T05:47:11Z\"");
        story.tells(person, "RetentionEnding", "\"erasedOn\": \"2027-08-04\"");

        // Then
        await().atMost(SOON).until(() -> mailsTo(person.address()).size() == 3);
        assertThat(mailsTo(person.address()).stream().map(ReceivedMail::subject))
                .containsExactlyInAnyOrder(
                        "Candidature retirée\u00a0: Juriste",
                        "Lien vers votre candidature\u00a0: Juriste",
                        "Votre candidature sera effacée le 4\u00a0août 2027\u00a0: Juriste");
        assertThat(mailsTo(person.address())).allSatisfy(mail -> {
            assertThat(mail.text()).contains("Bonjour Amel,").contains(LINK);
            assertThat(mail.headers())
                    .containsEntry("Auto-Submitted", "auto-generated")
                    .hasEntrySatisfying("Return-Path", path -> assertThat(path).contains("bounces@"));
        });
        await().atMost(SOON).until(() -> story.told("NotificationSent").size() == 3);
        assertThat(story.told("NotificationSent")).allSatisfy(told -> {
            assertThat(told.key()).isEqualTo(person.application().toString());
            Contracts.assertValid("org.appel.NotificationSent.v1", Topics.text(told));
        });
    }

    @Test
    void a_link_goes_before_the_mails_of_a_rush() {
        // Given
        var rush = Story.begin(applications, postings);
        IntStream.range(0, 40).forEach(_ -> rush.applies(rush.person("Personne"), 1));
        await().atMost(SOON).until(() -> rush.rows().size() == 80);
        story.isKnownAs(person, """
                {"name": "Amel", "email": "%s", "revision": 1, "link": "https://candidates.example/my/applications/1?token=abc"}""");

        // When
        story.tells(person, "LinkRequested", "\"requestedAt\": \"2025-07-28T05:47:11Z\"");

        // Then
        await().atMost(SOON).until(() -> story.states("access-link").equals(List.of("sent")));
        assertThat(rush.rows()).extracting(row -> row.get("state")).contains("waiting");
    }

    @Test
    void a_link_that_nobody_has_yet_is_asked_for_again() {
        // Given
        story.tells(person, "LinkRequested", "\"requestedAt\": \"2025-07-28T05:47:11Z\"");
        await().atMost(SOON).until(() -> story.rows("access-link").stream()
                .anyMatch(row -> "applications-no-link".equals(row.get("last_problem"))));

        // When
        story.isKnownAs(person, """
                {"name": "Amel", "email": "%s", "revision": 1, "link": "https://candidates.example/my/applications/1?token=abc"}""");

        // Then
        assertThat(theOnlyMailTo(person.address()).text()).contains(LINK);
    }

    @Test
    void erasure_takes_out_every_kind_of_letter_and_the_events_that_could_not_be_read() {
        // Given
        applications.answerAll(503);
        story.tells(person, "LinkRequested", "\"requestedAt\": \"2025-07-28T05:47:11Z\"");
        story.tells(person, "RetentionEnding", "\"erasedOn\": \"2027-08-04\"");
        story.tells(person, "ApplicationWithdrawn", "\"withdrawnAt\": \"not a time, but Amel\"");
        var other = story.person("Bruno");
        story.tells(other, "ApplicationWithdrawn", "\"withdrawnAt\": \"not a time\"");
        await().atMost(SOON)
                .until(() -> !deadLettersOf(person).isEmpty()
                        && !deadLettersOf(other).isEmpty());
        await().atMost(SOON).until(() -> story.rows().size() == 2);

        // When
        story.eraseEvent(person);

        // Then
        await().atMost(SOON).until(() -> story.rows().stream().allMatch(row -> "suppressed".equals(row.get("state"))));
        await().atMost(SOON).until(() -> deadLettersOf(person).isEmpty());
        assertThat(deadLettersOf(other)).hasSize(1);
        applications.answerAll(0);
        assertThat(mailsTo(person.address())).isEmpty();
    }

    private static List<?> deadLettersOf(Person person) {
        return Story.query("SELECT * FROM dead_letter WHERE event_key = '" + person.application() + "'");
    }

    private static ReceivedMail theOnlyMailTo(String address) {
        await().atMost(SOON).until(() -> !mailsTo(address).isEmpty());
        assertThat(mailsTo(address)).hasSize(1);
        return mailsTo(address).getFirst();
    }

    private static List<ReceivedMail> mailsTo(String address) {
        return Infrastructure.mail().messagesTo(address);
    }
}
