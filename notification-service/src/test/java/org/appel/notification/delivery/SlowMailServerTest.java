package org.appel.notification.delivery;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.notification.RunningService;
import org.appel.notification.delivery.ScriptedMailServer.Mail;
import org.appel.notification.delivery.ScriptedMailServer.Speech;
import org.appel.notification.delivery.ScriptedMailServer.Turn;
import org.appel.notification.delivery.Story.Person;
import org.appel.notification.model.Dependency;
import org.appel.testing.Tokens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A mail server that takes its time: the readers, the API and the mails of others must not wait for it. */
@QuarkusTest
@RunningService(scriptedMail = true)
class SlowMailServerTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    /** The reader's lag while mails are held up. */
    private static final Duration LAG = Duration.ofSeconds(5);
    /** Below this a doubled time is noise of a busy machine; a mail that waits for the slow ones takes far longer. */
    private static final Duration NOISE = Duration.ofSeconds(3);

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

    SlowMailServerTest(Outages outages) {
        this.outages = outages;
    }

    @BeforeEach
    void neighbours() {
        applications = new Neighbours(applicationsPort);
        postings = new Neighbours(postingsPort);
        server = new ScriptedMailServer(mailPort);
        story = Story.begin(applications, postings);
    }

    @AfterEach
    void quiet() throws IOException {
        Story.update("DELETE FROM notification WHERE state IN ('waiting', 'sending')");
        applications.stop();
        postings.stop();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"at the recipient", "at the final dot", "silent at the final dot"})
    void a_tarpit_holds_up_neither_the_reader_nor_the_api_nor_the_mails_to_other_domains(String where) {
        // Given
        var before = Story.begin(applications, postings);
        IntStream.range(0, 20).forEach(_ -> before.applies(before.person("Personne"), 1));
        await().atMost(SOON).until(() -> sent(before).size() == 40);
        var usual = slowest(sent(before));
        var usualApi = slowestAnswer();
        var trapped = Story.begin(applications, postings);
        var people = IntStream.range(0, 40)
                .mapToObj(i -> trapped.person("Personne", "personne-" + i + "@tarpit.example"))
                .toList();
        people.forEach(person -> IntStream.range(0, 50).forEach(_ -> server.plan(person.address(), turn(where))));
        people.forEach(person -> trapped.applies(person, 1));
        await().atMost(SOON).until(() -> people.stream().anyMatch(person -> server.asked(person.address()) > 0));

        // When
        IntStream.range(0, 20).forEach(_ -> story.applies(story.person("Personne"), 1));

        // Then
        await("the reader")
                .atMost(LAG)
                .until(() -> story.rows().size() == 40 && trapped.rows().size() == 80);
        await("the others").atMost(SOON).until(() -> sent(story).size() == 40);
        assertThat(slowest(sent(story))).isLessThan(twice(usual));
        assertThat(slowestAnswer()).isLessThan(twice(usualApi));
        assertThat(trapped.states("acknowledgement")).doesNotContain("sent", "failed");
    }

    @Test
    void each_silence_after_the_mail_costs_one_copy_with_the_same_message_id_and_no_more() {
        // Given
        var person = story.person("Amel");
        server.plan(person.address(), new Turn.SilenceAfterData(), new Turn.DribbleAfterData());

        // When
        story.applies(person, 1);

        // Then
        var row = ended(person);
        assertThat(row).containsEntry("attempts", 3).containsEntry("refusals", 2);
        assertThat(server.keptFor(person.address())).hasSize(3);
        assertThat(server.keptFor(person.address()).stream()
                        .map(Mail::messageId)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void of_an_attempt_that_was_given_up_nothing_goes_on() {
        // Given
        var person = story.person("Amel");
        server.plan(person.address(), new Turn.DribbleAfterData(), new Turn.DribbleToRecipient());

        // When
        story.applies(person, 1);

        // Then
        ended(person);
        await().atMost(SOON).until(() -> server.dribbling() == 0);
    }

    @Test
    void a_server_that_is_silent_before_its_greeting_fails_no_mail_and_gets_each_once() {
        // Given
        var greeting = new CountDownLatch(1);
        server.speak(new Speech.Silent(greeting));
        var person = story.person("Amel");
        story.applies(person, 1);
        await().atMost(SOON).until(() -> outages.since(Dependency.MAIL_SERVER) != null);

        // When
        server.speak(new Speech.Prompt());
        greeting.countDown();

        // Then
        assertOneAttemptAndOneMail(person);
    }

    @Test
    void a_server_that_dribbles_its_greeting_fails_no_mail_and_gets_each_once() {
        // Given
        server.speak(new Speech.Dribbling());
        var person = story.person("Amel");
        story.applies(person, 1);
        await().atMost(SOON).until(() -> outages.since(Dependency.MAIL_SERVER) != null);

        // When
        server.speak(new Speech.Prompt());

        // Then
        assertOneAttemptAndOneMail(person);
    }

    private void assertOneAttemptAndOneMail(Person person) {
        var row = ended(person);
        assertThat(row)
                .containsEntry("attempts", 1)
                .containsEntry("refusals", 0)
                .containsEntry("refused_since", null);
        assertThat(server.keptFor(person.address())).hasSize(1);
    }

    private static Turn turn(String where) {
        return switch (where) {
            case "at the recipient" -> new Turn.DribbleToRecipient();
            case "at the final dot" -> new Turn.DribbleAfterData();
            default -> new Turn.SilenceAfterData();
        };
    }

    private Map<String, Object> ended(Person person) {
        await().atMost(SOON).until(() -> story.states("acknowledgement").equals(List.of("sent")));
        assertThat(person.application())
                .isEqualTo(story.rows("acknowledgement").getFirst().get("application_id"));
        return story.rows("acknowledgement").getFirst();
    }

    private static List<Map<String, Object>> sent(Story story) {
        return story.rows().stream()
                .filter(row -> "sent".equals(row.get("state")))
                .toList();
    }

    /** From the queue to the mail server. */
    private static Duration slowest(List<Map<String, Object>> rows) {
        return rows.stream()
                .map(row -> Duration.between(
                        ((Timestamp) row.get("created_at")).toInstant(), ((Timestamp) row.get("sent_at")).toInstant()))
                .max(Duration::compareTo)
                .orElseThrow();
    }

    private Duration slowestAnswer() {
        var token = Tokens.hr(story.organisation);
        return Duration.ofMillis(LongStream.range(0, 30)
                .map(_ -> given().auth()
                        .oauth2(token)
                        .get("/notifications?posting=" + story.posting)
                        .then()
                        .statusCode(200)
                        .extract()
                        .time())
                .max()
                .orElseThrow());
    }

    private static Duration twice(Duration usual) {
        var doubled = usual.multipliedBy(2);
        return doubled.compareTo(NOISE) < 0 ? NOISE : doubled;
    }
}
