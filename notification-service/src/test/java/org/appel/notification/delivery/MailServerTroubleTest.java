package org.appel.notification.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.appel.notification.RunningService;
import org.appel.notification.delivery.ScriptedMailServer.Mail;
import org.appel.notification.delivery.ScriptedMailServer.Turn;
import org.appel.notification.delivery.Story.Person;
import org.appel.notification.model.Dependency;
import org.appel.testing.Contracts;
import org.appel.testing.Infrastructure;
import org.appel.testing.Tokens;
import org.appel.testing.Topics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@RunningService(scriptedMail = true)
class MailServerTroubleTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @ConfigProperty(name = "test.applications-port")
    int applicationsPort;

    @ConfigProperty(name = "test.postings-port")
    int postingsPort;

    @ConfigProperty(name = "appel.mail.port")
    int mailPort;

    private final Outages outages;

    private Neighbours applications;
    private Neighbours postings;
    private ScriptedMailServer server;
    private Story story;
    private Person person;

    MailServerTroubleTest(Outages outages) {
        this.outages = outages;
    }

    @BeforeEach
    void neighbours() {
        applications = new Neighbours(applicationsPort);
        postings = new Neighbours(postingsPort);
        server = new ScriptedMailServer(mailPort);
        story = Story.begin(applications, postings);
        person = story.person("Amel");
    }

    @AfterEach
    void quiet() throws IOException {
        Story.update("DELETE FROM notification WHERE state IN ('waiting', 'sending')");
        applications.stop();
        postings.stop();
        server.close();
    }

    @Test
    void later_is_tried_again_until_the_server_takes_the_mail() {
        // Given
        server.plan(
                person.address(),
                new Turn.ToRecipient("451 4.7.1 <" + person.address() + "> greylisted"),
                new Turn.AfterData("452 4.3.1 disk full"));

        // When
        story.applies(person, 1);

        // Then
        var row = ended("sent");
        assertThat(row)
                .containsEntry("attempts", 3)
                .containsEntry("refusals", 2)
                .containsEntry("last_problem", null);
        assertThat(messageIds()).hasSize(1);
    }

    @Test
    void never_is_recorded_at_once_with_the_code_alone() {
        // Given
        server.plan(person.address(), new Turn.ToRecipient("550 5.1.1 <" + person.address() + "> no such user"));

        // When
        story.applies(person, 1);

        // Then
        var row = ended("failed");
        assertThat(row)
                .containsEntry("reason", "rejected-5xx")
                .containsEntry("last_problem", "smtp-550-5.1.1")
                .containsEntry("attempts", 1);
        assertThat(server.asked(person.address())).isEqualTo(1);
        given().auth()
                .oauth2(Tokens.hr(story.organisation))
                .get("/notifications/" + row.get("id"))
                .then()
                .body("state", equalTo("failed"))
                .body("reason", equalTo("rejected-5xx"))
                .body("problem", equalTo("smtp-550-5.1.1"))
                .body("nextAttemptAt", nullValue());
        await().atMost(SOON).until(() -> story.told("NotificationFailed").size() == 1);
        var told = Topics.text(story.told("NotificationFailed").getFirst());
        Contracts.assertValid("org.appel.NotificationFailed.v1", told);
        assertThat(told).contains("\"reason\":\"rejected-5xx\"").doesNotContain("no such user");
    }

    @Test
    void a_line_that_drops_after_the_mail_costs_one_copy_with_the_same_message_id() {
        // Given
        server.plan(person.address(), new Turn.DropAfterData());

        // When
        story.applies(person, 1);

        // Then
        ended("sent");
        assertThat(server.keptFor(person.address())).hasSize(2);
        assertThat(messageIds()).hasSize(1);
    }

    @Test
    void a_server_that_falls_silent_after_the_mail_is_given_up_in_time() {
        // Given
        server.plan(person.address(), new Turn.SilenceAfterData());

        // When
        story.applies(person, 1);

        // Then
        ended("sent");
        assertThat(server.keptFor(person.address())).hasSize(2);
        assertThat(messageIds()).hasSize(1);
    }

    @Test
    void a_server_that_dribbles_its_answer_is_cut_off_and_others_are_served_meanwhile() {
        // Given
        server.plan(person.address(), new Turn.DribbleAfterData());
        var other = story.person("Bruno");

        // When
        story.applies(person, 1);
        story.applies(other, 1);

        // Then
        await().atMost(Duration.ofSeconds(3))
                .until(() -> server.keptFor(other.address()).size() == 1);
        await().atMost(SOON).until(() -> story.states("acknowledgement").equals(List.of("sent", "sent")));
        assertThat(messageIds()).hasSize(1);
    }

    @Test
    void a_refusal_is_given_up_three_days_after_the_first_one() {
        // Given
        server.plan(person.address(), later(), later(), later(), later(), later(), later(), later(), later());
        story.applies(person, 1);
        await().atMost(SOON).until(() -> !server.keptFor(story.hrAddress).isEmpty());
        await().atMost(SOON)
                .until(() -> story.rows("acknowledgement").getFirst().get("refused_since") != null);

        // When
        Story.update("UPDATE notification SET refused_since = appel_now() - interval '72 h' WHERE application_id = '"
                + person.application() + "' AND refused_since IS NOT NULL");

        // Then
        var row = ended("failed");
        assertThat(row).containsEntry("reason", "gave-up").containsEntry("last_problem", "smtp-451-4.7.1");
        await().atMost(SOON).until(() -> story.told("NotificationFailed").size() == 1);
        var told = Topics.text(story.told("NotificationFailed").getFirst());
        Contracts.assertValid("org.appel.NotificationFailed.v1", told);
        assertThat(told).contains("\"reason\":\"gave-up\"");
        var asked = server.asked(person.address());
        story.applies(story.person("Bruno"), 1);
        await().atMost(SOON).until(() -> story.states("acknowledgement").equals(List.of("failed", "sent")));
        assertThat(server.asked(person.address())).isEqualTo(asked);
    }

    @Test
    void a_server_that_lets_nobody_in_fails_no_mail() {
        // Given
        server.greetWith("554 5.7.1 no service for you");
        story.applies(person, 1);
        await().atMost(SOON).until(() -> outages.since(Dependency.MAIL_SERVER) != null);
        var health = given().get("/health/ready");

        // When
        server.greetWith("220 welcome again");

        // Then
        var row = ended("sent");
        assertThat(row).containsEntry("attempts", 1).containsEntry("refused_since", null);
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.jsonPath().getString("checks.find { it.name == 'mail-delivery' }.data.mailServer"))
                .startsWith("away since");
    }

    @Test
    void one_dead_mailbox_of_hr_does_not_keep_the_notice_from_the_others() {
        // Given
        postings.put("/organisations/" + story.organisation + "/contacts", 200, """
                {"hrAddresses": ["gone@hr.example", "here@hr.example"], "language": "en"}""");
        server.plan("gone@hr.example", new Turn.ToRecipient("550 5.1.1 gone"));

        // When
        story.applies(person, 1);

        // Then
        await().atMost(SOON).until(() -> story.states("hr-notice").equals(List.of("sent")));
        assertThat(server.keptFor("here@hr.example")).hasSize(1);
        assertThat(story.rows("hr-notice").getFirst())
                .containsEntry("last_problem", "smtp-550-5.1.1")
                .containsEntry("language", "en");
    }

    @Test
    void one_of_hr_who_is_told_later_is_tried_again_without_a_copy_for_the_others() {
        // Given
        severalInHr(1, "prompt@hr.example", "later@hr.example", "gone@hr.example");
        server.plan("later@hr.example", later(), new Turn.AfterData("452 4.3.1 disk full"), later());
        server.plan("gone@hr.example", new Turn.ToRecipient("550 5.1.1 gone"));

        // When
        story.applies(person, 1);

        // Then
        await().atMost(SOON).until(() -> !delivered().isEmpty());
        assertThat(delivered()).doesNotContain("@").doesNotContain("hr.example");
        await().atMost(SOON).until(() -> story.states("hr-notice").equals(List.of("sent")));
        assertThat(server.keptFor("prompt@hr.example")).hasSize(1);
        assertThat(server.asked("prompt@hr.example")).isEqualTo(1);
        assertThat(server.asked("gone@hr.example")).isEqualTo(1);
        assertThat(server.asked("later@hr.example")).isEqualTo(4);
        assertThat(server.keptFor("later@hr.example").getLast().source())
                .contains("prompt@hr.example", "later@hr.example");
        assertThat(server.keptFor("later@hr.example").stream()
                        .map(Mail::messageId)
                        .distinct())
                .hasSize(1);
        assertThat(story.rows("hr-notice").getFirst())
                .containsEntry("refusals", 3)
                .containsEntry("last_problem", "smtp-550-5.1.1")
                .containsEntry("delivered", null);
    }

    @Test
    void a_line_that_drops_at_one_of_hr_costs_a_copy_for_that_one_only() {
        // Given
        severalInHr(1, "first@hr.example", "dropped@hr.example", "last@hr.example");
        server.plan("dropped@hr.example", new Turn.DropAfterData());

        // When
        story.applies(person, 1);

        // Then
        await().atMost(SOON).until(() -> story.states("hr-notice").equals(List.of("sent")));
        assertThat(server.keptFor("first@hr.example")).hasSize(1);
        assertThat(server.keptFor("dropped@hr.example")).hasSize(2);
        assertThat(server.keptFor("last@hr.example")).hasSize(1);
    }

    @Test
    void a_list_of_hr_that_was_changed_meanwhile_is_written_to_from_its_beginning() {
        // Given
        severalInHr(1, "old@hr.example", "later@hr.example");
        server.plan("later@hr.example", later(), later(), later(), later());
        story.applies(person, 1);
        await().atMost(SOON).until(() -> !delivered().isEmpty());

        // When
        severalInHr(2, "new@hr.example", "later@hr.example");

        // Then
        await().atMost(SOON).until(() -> story.states("hr-notice").equals(List.of("sent")));
        assertThat(server.keptFor("new@hr.example")).hasSize(1);
        assertThat(server.keptFor("later@hr.example")).hasSize(1);
        assertThat(server.keptFor("old@hr.example")).hasSize(1);
    }

    @Test
    void a_notice_that_some_of_hr_have_got_ends_as_sent_when_the_others_are_given_up() {
        // Given
        severalInHr(1, "prompt@hr.example", "never@hr.example");
        IntStream.range(0, 100).forEach(_ -> server.plan("never@hr.example", later()));
        story.applies(person, 1);
        await().atMost(SOON).until(() -> !delivered().isEmpty());

        // When
        Story.update("UPDATE notification SET refused_since = appel_now() - interval '72 h' WHERE kind = 'hr-notice'"
                + " AND application_id = '" + person.application() + "'");

        // Then
        await().atMost(SOON).until(() -> story.states("hr-notice").equals(List.of("sent")));
        assertThat(story.rows("hr-notice").getFirst()).containsEntry("last_problem", "smtp-451-4.7.1");
        assertThat(server.keptFor("prompt@hr.example")).hasSize(1);
    }

    @Test
    void an_address_of_hr_that_no_mail_can_bear_does_not_keep_the_notice_from_the_others() {
        // Given
        severalInHr(1, "not an address", "here@hr.example");

        // When
        story.applies(person, 1);

        // Then
        await().atMost(SOON).until(() -> story.states("hr-notice").equals(List.of("sent")));
        assertThat(server.keptFor("here@hr.example")).hasSize(1);
        assertThat(story.rows("hr-notice").getFirst()).containsEntry("last_problem", "unusable-address");
    }

    @Test
    void a_server_that_goes_away_between_two_of_hr_counts_for_nothing_and_costs_no_copy() {
        // Given
        severalInHr(1, "first@hr.example", "second@hr.example");
        server.plan("second@hr.example", new Turn.ToRecipient("454 4.7.0 TLS not available"));

        // When
        story.applies(person, 1);

        // Then
        await().atMost(SOON).until(() -> story.states("hr-notice").equals(List.of("sent")));
        assertThat(server.keptFor("first@hr.example")).hasSize(1);
        assertThat(server.keptFor("second@hr.example")).hasSize(1);
        assertThat(story.rows("hr-notice").getFirst())
                .containsEntry("refusals", 0)
                .containsEntry("refused_since", null);
    }

    @Test
    void an_address_that_no_mail_can_bear_fails_at_once() {
        // Given
        applications.put("/applications/" + person.application() + "/recipient", 200, """
                {"name": "Amel", "email": "not an address", "documents": [], "revision": 1}""");

        // When
        story.applies(person, 1);

        // Then
        assertThat(ended("failed")).containsEntry("reason", "unusable-address");
    }

    @Test
    void the_update_does_not_overtake_the_first_acknowledgement() {
        // Given
        server.plan(person.address(), later(), later());
        story.applies(person, 1);

        // When
        story.isKnown(person, 2);
        story.applies(person, 2);

        // Then
        await().atMost(SOON).until(() -> story.states("acknowledgement").equals(List.of("sent", "sent")));
        assertThat(server.keptFor(person.address()).stream().map(Mail::source))
                .satisfiesExactly(
                        first -> assertThat(first).contains("re=C3=A7u votre candidature"),
                        second -> assertThat(second).contains("remplace la pr=C3=A9c=C3=A9dente"));
    }

    @Test
    void connections_are_used_for_more_than_one_mail() {
        // Given
        int before = server.connections();

        // When
        for (int i = 0; i < 30; i++) {
            story.applies(story.person("Personne"), 1);
        }

        // Then
        await().atMost(SOON)
                .until(() -> story.rows().stream()
                                .filter(row -> "sent".equals(row.get("state")))
                                .count()
                        == 60);
        assertThat(server.connections() - before).isLessThanOrEqualTo(10);
    }

    @Test
    void a_database_that_goes_away_after_the_mail_has_left_causes_no_copy() {
        // Given
        server.plan(person.address(), new Turn.MeanwhileAfterData(Infrastructure::stopDatabase));
        story.applies(person, 1);
        await().atMost(SOON).until(() -> !server.keptFor(person.address()).isEmpty());

        // When
        Infrastructure.startDatabase();

        // Then
        ended("sent");
        assertThat(server.keptFor(person.address())).hasSize(1);
    }

    @Test
    void nobodys_address_and_nothing_that_a_server_says_is_logged() {
        // Given
        var logged = new Log();
        server.plan(person.address(), new Turn.ToRecipient("550 5.1.1 <" + person.address() + "> Zenobia has left"));

        // When
        story.applies(person, 1);

        // Then
        ended("failed");
        await().atMost(SOON).until(() -> story.states("hr-notice").equals(List.of("sent")));
        assertThat(logged.stop())
                .anyMatch(line -> line.contains("problem=smtp-550-5.1.1"))
                .noneMatch(line -> line.contains(person.address())
                        || line.contains(story.hrAddress)
                        || line.contains("Zenobia")
                        || line.contains("Amel"));
    }

    @Test
    void the_envelope_names_the_address_for_bounces() {
        // When
        story.applies(person, 1);

        // Then
        ended("sent");
        assertThat(server.keptFor(person.address()).getFirst().from()).isEqualTo("bounces@appel.example");
    }

    private void severalInHr(int revision, String... addresses) {
        postings.put("/organisations/" + story.organisation + "/contacts", 200, """
                {"name": "Essai", "hrAddresses": ["%s"], "language": "fr", "revision": %d}""".formatted(
                        String.join("\", \"", addresses), revision));
    }

    /** What is stored of who has got HR's notice; empty if nothing. */
    private String delivered() {
        return story.rows("hr-notice").stream()
                .map(row -> Objects.toString(row.get("delivered"), ""))
                .findFirst()
                .orElse("");
    }

    private static Turn later() {
        return new Turn.ToRecipient("451 4.7.1 later");
    }

    private Map<String, Object> ended(String state) {
        await().atMost(SOON).until(() -> story.states("acknowledgement").equals(List.of(state)));
        return story.rows("acknowledgement").getFirst();
    }

    private List<String> messageIds() {
        return server.keptFor(person.address()).stream()
                .map(Mail::messageId)
                .distinct()
                .toList();
    }
}
