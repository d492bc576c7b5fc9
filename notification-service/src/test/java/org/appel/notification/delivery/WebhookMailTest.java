package org.appel.notification.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.appel.launcher.embedded.ReceivedMail;
import org.appel.notification.RunningService;
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

/** The mail to those who answer for a job board whose webhook is no longer called. */
@QuarkusTest
@RunningService
class WebhookMailTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String URL = "https://jobs.example/hooks/appel";

    @ConfigProperty(name = "test.postings-port")
    int postingsPort;

    private final UUID webhook = UUID.randomUUID();
    private final String owner = "owner-" + UUID.randomUUID() + "@jobs.example";

    private Neighbours postings;

    @BeforeEach
    void neighbour() {
        postings = new Neighbours(postingsPort);
    }

    @AfterEach
    void quiet() {
        postings.stop();
        Story.update("DELETE FROM notification WHERE state IN ('waiting', 'sending')");
    }

    @Test
    void the_owner_of_a_disabled_webhook_is_told_and_nothing_of_them_is_kept() {
        // Given
        ownerIsKnown();

        // When
        disabled("failing", UUID.randomUUID());

        // Then
        var mail = theOnlyMail();
        assertThat(mail.subject()).isEqualTo("Your webhook is no longer called: Jobs Example");
        assertThat(mail.text())
                .containsSubsequence(
                        URL,
                        "26\u00a0January 2026 at 08:14",
                        "Nothing is lost.",
                        "POST /webhooks/" + webhook + "/activation",
                        "GET /postings/changes",
                        "Rien n’est perdu.");
        assertThat(mail.headers())
                .containsEntry("Auto-Submitted", "auto-generated")
                .containsEntry("X-Auto-Response-Suppress", "All")
                .hasEntrySatisfying("Return-Path", path -> assertThat(path).contains("bounces@appel.example"));
        await().atMost(SOON).until(() -> told().size() == 1);
        assertThat(told()).allSatisfy(event -> {
            assertThat(Topics.type(event)).isEqualTo("org.appel.NotificationSent.v1");
            Contracts.assertValid("org.appel.NotificationSent.v1", Topics.text(event));
            assertThat(Topics.text(event)).contains("webhook-disabled").doesNotContain(owner, URL);
        });
        assertThat(rows()).singleElement().asString().doesNotContain(owner, URL, "Jobs Example");
    }

    @Test
    void an_event_that_comes_again_owes_no_second_mail() {
        // Given
        ownerIsKnown();
        var event = UUID.randomUUID();
        disabled("failing", event);
        theOnlyMail();

        // When
        disabled("failing", event);
        Story.update("DELETE FROM inbox WHERE event_id = '" + event + "'");
        disabled("failing", event);
        disabled("gone", UUID.randomUUID());

        // Then
        await().atMost(SOON).until(() -> mails().size() == 2);
        assertThat(rows()).hasSize(2);
        assertThat(mails()).extracting(ReceivedMail::messageId).doesNotHaveDuplicates();
    }

    @Test
    void an_end_that_is_not_known_here_is_skipped() {
        // Given
        ownerIsKnown();

        // When
        disabled("bored", UUID.randomUUID());
        disabled("gone", UUID.randomUUID());

        // Then
        assertThat(theOnlyMail().text()).contains("410 Gone");
        assertThat(rows()).extracting(row -> row.get("webhook_end")).containsExactly("gone");
    }

    @Test
    void the_mail_waits_until_the_owner_can_be_asked_for() {
        // Given
        disabled("failing", UUID.randomUUID());
        await().atMost(SOON)
                .until(() -> rows().stream().anyMatch(row -> "postings-unknown".equals(row.get("last_problem"))));

        // When
        ownerIsKnown();
        Story.update("UPDATE notification SET next_attempt_at = appel_now() WHERE webhook_id = '" + webhook + "'");

        // Then
        theOnlyMail();
        assertThat(postings.asked()).contains("/webhooks/" + webhook + "/owner");
    }

    @Test
    void operators_find_it_by_the_webhook_and_hr_does_not_see_it() {
        // Given
        ownerIsKnown();
        disabled("failing", UUID.randomUUID());
        await().atMost(SOON).until(() -> rows().stream().anyMatch(row -> "sent".equals(row.get("state"))));
        var id = rows().getFirst().get("id");

        // When
        var all = as(Tokens.ops()).get("/notifications?webhook=" + webhook);
        var hr = as(Tokens.hr("omct")).get("/notifications?webhook=" + webhook);
        var one = as(Tokens.hr("omct")).get("/notifications/" + id);

        // Then
        all.then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("webhook-disabled"))
                .body("items[0].webhook", equalTo(webhook.toString()))
                .body("items[0].organisation", nullValue());
        hr.then().statusCode(200).body("items", hasSize(0));
        one.then().statusCode(404);
    }

    private void ownerIsKnown() {
        postings.put("/webhooks/" + webhook + "/owner", 200, """
                {"name": "Jobs Example", "email": "%s", "url": "%s"}""".formatted(owner, URL));
    }

    private void disabled(String reason, UUID event) {
        Topics.sendEvent(
                "postings", webhook.toString(), "org.appel.WebhookDisabled.v1", event.toString(), """
                {"webhookId": "%s", "reason": "%s", "failingSince": "2026-01-26T08:14:02.120Z",
                 "disabledAt": "2026-01-31T08:20:31.004Z"}""".formatted(
                                webhook, reason));
    }

    private ReceivedMail theOnlyMail() {
        await().atMost(SOON).until(() -> mails().size() == 1);
        return mails().getFirst();
    }

    private List<ReceivedMail> mails() {
        return Infrastructure.mail().messagesTo(owner);
    }

    private List<Map<String, Object>> rows() {
        return Story.query("SELECT * FROM notification WHERE webhook_id = '" + webhook + "'");
    }

    private List<ConsumerRecord<String, byte[]>> told() {
        return Topics.read("notifications").stream()
                .filter(event -> webhook.toString().equals(event.key()))
                .toList();
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}
