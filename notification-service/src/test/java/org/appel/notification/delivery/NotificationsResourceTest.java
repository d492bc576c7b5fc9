package org.appel.notification.delivery;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.appel.notification.RunningService;
import org.appel.notification.delivery.Story.Person;
import org.appel.testing.Infrastructure;
import org.appel.testing.Tokens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@RunningService
class NotificationsResourceTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @ConfigProperty(name = "test.applications-port")
    int applicationsPort;

    @ConfigProperty(name = "test.postings-port")
    int postingsPort;

    private Neighbours applications;
    private Neighbours postings;
    private Story story;
    private Person person;

    @BeforeEach
    void one_application_that_everybody_was_told_of() {
        applications = new Neighbours(applicationsPort);
        postings = new Neighbours(postingsPort);
        story = Story.begin(applications, postings);
        person = story.person("Amel");
        story.applies(person, 1);
        await().atMost(SOON).until(() -> story.states("acknowledgement").equals(List.of("sent")));
        await().atMost(SOON).until(() -> story.states("hr-notice").equals(List.of("sent")));
    }

    @AfterEach
    void quiet() {
        applications.stop();
        postings.stop();
        Story.update("DELETE FROM notification WHERE state IN ('waiting', 'sending')");
    }

    @Test
    void hr_sees_what_became_of_an_application_and_nothing_personal() {
        // When
        var answer = as(Tokens.hr(story.organisation)).get("/notifications?application=" + person.application());

        // Then
        answer.then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("next", nullValue())
                .body("items.find { it.kind == 'acknowledgement' }.state", equalTo("sent"))
                .body("items.find { it.kind == 'acknowledgement' }.posting", equalTo(story.posting.toString()))
                .body("items.find { it.kind == 'acknowledgement' }.applicationRevision", equalTo(1))
                .body("items.find { it.kind == 'acknowledgement' }.attempts", equalTo(1))
                .body("items.find { it.kind == 'acknowledgement' }.language", equalTo("fr"));
        assertThat(answer.asString()).doesNotContain("Amel", person.address(), story.hrAddress);
    }

    @Test
    void another_organisations_notifications_are_as_unknown_ones() {
        // Given
        var id = id("acknowledgement");
        var stranger = Tokens.hr("another");

        // When
        var list = as(stranger).get("/notifications?posting=" + story.posting);
        var one = as(stranger).get("/notifications/" + id);
        var again = as(stranger).post("/notifications/" + id + "/redelivery");
        var unknown = as(stranger).get("/notifications/" + UUID.randomUUID());

        // Then
        list.then().statusCode(200).body("items", hasSize(0));
        one.then().statusCode(404).body("type", equalTo("urn:appel:problem:unknown-notification"));
        again.then().statusCode(404);
        assertThat(unknown.jsonPath().getString("title"))
                .isEqualTo(one.jsonPath().getString("title"));
    }

    @Test
    void operators_and_administrators_see_all_and_others_nothing() {
        // When
        var path = "/notifications/" + id("hr-notice");

        // Then
        as(Tokens.ops()).get(path).then().statusCode(200);
        as(Tokens.admin()).get(path).then().statusCode(200);
        as(Tokens.panel(story.organisation)).get(path).then().statusCode(403);
        as(Tokens.board()).get(path).then().statusCode(403);
        as(Tokens.service()).get(path).then().statusCode(403);
        given().get(path).then().statusCode(401);
        given().get("/templates").then().statusCode(401);
    }

    @Test
    void a_list_is_paged_newest_first_and_keeps_its_filters() {
        // Given
        var token = Tokens.hr(story.organisation);

        // When
        var first = as(token).get("/notifications?state=sent&limit=1&posting=" + story.posting);
        var second = as(token).get(first.jsonPath().getString("next"));

        // Then
        assertThat(first.header("Link")).contains("rel=\"next\"");
        second.then().statusCode(200).body("items", hasSize(1)).body("next", nullValue());
        var ids = List.of(
                first.jsonPath().getString("items[0].id"), second.jsonPath().getString("items[0].id"));
        assertThat(ids).doesNotHaveDuplicates().isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    void an_impossible_filter_is_refused() {
        // When
        var token = Tokens.ops();

        // Then
        as(token)
                .get("/notifications?state=lost")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:appel:problem:unknown-value"));
        as(token)
                .get("/notifications?cursor=x")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:appel:problem:bad-cursor"));
        as(token).get("/notifications?limit=0").then().statusCode(400);
    }

    @Test
    void a_mail_that_was_sent_can_be_sent_again_with_its_message_id() {
        // Given
        var id = id("acknowledgement");

        // When
        var answer = as(Tokens.hr(story.organisation)).post("/notifications/" + id + "/redelivery");

        // Then
        answer.then().statusCode(202).body("state", equalTo("waiting")).body("id", equalTo(id));
        await().atMost(SOON)
                .until(() -> Infrastructure.mail().messagesTo(person.address()).size() == 2);
        assertThat(Infrastructure.mail().messagesTo(person.address()).stream()
                        .map(mail -> mail.messageId())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void a_mail_that_waits_already_is_not_queued_again() {
        // Given
        applications.stop();
        var id = id("acknowledgement");
        as(Tokens.ops()).post("/notifications/" + id + "/redelivery").then().statusCode(202);

        // When
        var again = as(Tokens.ops()).post("/notifications/" + id + "/redelivery");

        // Then
        again.then().statusCode(409).body("type", equalTo("urn:appel:problem:already-waiting"));
    }

    @Test
    void a_mail_to_an_erased_recipient_is_not_sent_again() {
        // Given
        story.eraseEvent(person);
        await().atMost(SOON)
                .until(() -> Boolean.TRUE.equals(
                        story.rows("acknowledgement").getFirst().get("erased")));

        // When
        var again = as(Tokens.ops()).post("/notifications/" + id("acknowledgement") + "/redelivery");

        // Then
        again.then().statusCode(409).body("type", equalTo("urn:appel:problem:recipient-erased"));
    }

    @Test
    void the_queue_is_measured() {
        // When
        var metrics = given().get("/metrics").asString();

        // Then
        assertThat(metrics)
                .contains("appel_notifications_waiting ")
                .contains("appel_notifications_oldest_waiting_seconds ")
                .contains("appel_notifications_away{dependency=\"mail_server\"")
                .containsPattern("appel_notifications_sent_total\\{kind=\"acknowledgement\"");
    }

    private String id(String kind) {
        return story.rows(kind).getFirst().get("id").toString();
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}
