package org.appel.postings.webhook;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.appel.postings.storage.Deliveries;
import org.appel.postings.webhook.Receiver.Answer;
import org.appel.postings.webhook.Receiver.Message;
import org.appel.testing.Contracts;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;
import org.appel.testing.Topics;

import static org.appel.postings.HiringDesk.anOpenPosting;
import static org.appel.postings.HiringDesk.anOrganisation;
import static org.appel.postings.HiringDesk.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@RealInfrastructure
class WebhookTest {

    private static final int MORE_THAN_HANDS = 20;

    private final String client = "board-" + UUID.randomUUID();

    @Inject
    DataSource database;

    @Inject
    Deliveries messages;

    private String organisation = "";
    private String token = "";

    @BeforeEach
    void aRegisteredBoard() {
        organisation = anOrganisation();
        token = Tokens.of(client, "board");
        as(Tokens.admin())
                .body(Map.of("client", client, "name", "A board", "ownerEmail", "jobs@board.example"))
                .post("/boards")
                .then()
                .statusCode(201);
    }

    @AfterEach
    void nobodyIsCalledAnyMore() throws SQLException {
        run("DELETE FROM webhook WHERE client = '" + client + "'");
    }

    @Test
    void a_board_is_told_of_a_change_with_a_thin_message_that_it_can_verify() throws Exception {
        // Given
        try (var receiver = Receiver.answering(204)) {
            var hook = make(receiver).jsonPath();

            // When
            var posting = anOpenPosting(organisation);

            // Then
            var message = receiver.await(1).getFirst();
            new Webhook(hook.getString("secret")).verify(message.body(), message.headers());
            assertThat(message.body().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(20_000);
            var json = message.json();
            assertThat(json.getString("type")).isEqualTo("posting.published");
            assertThat(json.getString("data.posting")).isEqualTo(posting.id().toString());
            assertThat(json.getString("data.state")).isEqualTo("open");
            assertThat(json.getInt("data.version")).isEqualTo(1);
            assertThat(json.getString("data.url")).endsWith("/postings/" + posting.id());
            assertThat(json.getString("timestamp")).isNotBlank();
            assertThat(message.header("Content-type")).isEqualTo("application/json");
            awaitDeliveries(hook, "items[0].state", "delivered");
        }
    }

    @Test
    void what_was_tampered_with_is_not_verified() throws Exception {
        // Given
        try (var receiver = Receiver.answering(204)) {
            var hook = make(receiver).jsonPath();
            anOpenPosting(organisation);
            var message = receiver.await(1).getFirst();

            // When
            var verifying = assertThatThrownBy(() -> new Webhook(hook.getString("secret"))
                    .verify(message.body().replace("open", "shut"), message.headers()));

            // Then
            verifying.isInstanceOf(WebhookVerificationException.class);
        }
    }

    @Test
    void the_secret_is_shown_once_and_stored_sealed() throws Exception {
        // Given
        try (var receiver = Receiver.answering(204)) {

            // When
            var made = make(receiver);

            // Then
            made.then()
                    .statusCode(201)
                    .header("Location", startsWith("http"))
                    .header("Cache-Control", "no-store")
                    .body("secret", startsWith("whsec_"));
            var place = place(made.jsonPath());
            as(token).get(place).then().statusCode(200).body("secret", nullValue());
            var bytes = java.util.Base64.getDecoder()
                    .decode(made.jsonPath().getString("secret").substring("whsec_".length()));
            assertThat(stored(made.jsonPath())).isNotEmpty().isNotEqualTo(bytes);
            assertThat(new String(stored(made.jsonPath()), StandardCharsets.ISO_8859_1))
                    .doesNotContain(new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void after_a_new_secret_messages_are_signed_with_both_for_a_while() throws Exception {
        // Given
        try (var receiver = Receiver.answering(204)) {
            var hook = make(receiver).jsonPath();

            // When
            var rotated = as(token).post(place(hook) + "/secret").jsonPath();
            anOpenPosting(organisation);

            // Then
            var message = receiver.await(1).getFirst();
            assertThat(rotated.getString("secret")).isNotEqualTo(hook.getString("secret"));
            assertThat(message.header("Webhook-signature").split(" ")).hasSize(2);
            assertThatCode(() -> verify(hook, message)).doesNotThrowAnyException();
            assertThatCode(() -> verify(rotated, message)).doesNotThrowAnyException();
            run("UPDATE webhook SET previous_until = appel_now() WHERE id = '" + hook.getString("id") + "'");
            anOpenPosting(organisation);
            var later = receiver.await(2).get(1);
            assertThatCode(() -> verify(rotated, later)).doesNotThrowAnyException();
            assertThatThrownBy(() -> verify(hook, later)).isInstanceOf(WebhookVerificationException.class);
        }
    }

    @Test
    void a_message_that_is_not_taken_is_sent_again_with_the_same_id_until_it_is() throws Exception {
        // Given
        try (var receiver = Receiver.answering(500)) {
            var hook = make(receiver).jsonPath();
            anOpenPosting(organisation);
            receiver.await(3);

            // When
            receiver.answer(_ -> Answer.of(200));

            // Then
            awaitDeliveries(hook, "items[0].state", "delivered");
            assertThat(receiver.received())
                    .extracting(Message::id)
                    .containsOnly(receiver.received().getFirst().id());
            assertThat(receiver.received())
                    .extracting(Message::body)
                    .containsOnly(receiver.received().getFirst().body());
            for (var message : receiver.received()) {
                verify(hook, message);
            }
            var log = deliveries(hook);
            assertThat(log.getList("items[0].attempts.status"))
                    .startsWith(500, 500)
                    .endsWith(200);
            assertThat(log.getList("items[0].attempts.number", Integer.class)).isSorted();
            assertThat(log.getString("items[0].nextAttemptAt")).isNull();
            assertThat(log.getString("items[0].endedAt")).isNotNull();
        }
    }

    @Test
    void a_redirect_is_a_failure_and_is_not_followed() throws Exception {
        // Given
        try (var inside = Receiver.answering(200);
                var receiver = new Receiver(_ -> new Answer(303, Map.of("Location", inside.url()), Duration.ZERO))) {
            make(receiver);

            // When
            anOpenPosting(organisation);

            // Then
            receiver.await(2);
            assertThat(inside.received()).isEmpty();
        }
    }

    @Test
    void a_webhook_that_is_gone_is_disabled_at_once() throws Exception {
        // Given
        try (var receiver = Receiver.answering(410)) {
            var hook = make(receiver).jsonPath();

            // When
            anOpenPosting(organisation);

            // Then
            awaitHook(hook, "state", "disabled");
            assertThat(hook(hook).getString("disabledReason")).isEqualTo("gone");
            assertThat(receiver.received()).hasSize(1);
            var event = Topics.await("postings", record -> hook.getString("id").equals(record.key()));
            assertThat(Topics.type(event)).isEqualTo("org.appel.WebhookDisabled.v1");
            Contracts.assertValid("org.appel.WebhookDisabled.v1", Topics.text(event));
            assertThat(Topics.text(event)).contains("\"reason\":\"gone\"").doesNotContain("jobs@", "http");
            receiver.answer(_ -> Answer.of(200));
            as(token).post(place(hook) + "/activation").then().statusCode(200);
            awaitDeliveries(hook, "items[0].state", "delivered");
        }
    }

    @Test
    void a_webhook_that_asks_for_a_rest_is_left_alone_for_as_long() throws Exception {
        // Given
        try (var receiver = Receiver.answering(200)) {
            var hook = make(receiver).jsonPath();
            receiver.answer(_ -> new Answer(429, Map.of("Retry-After", "2"), Duration.ZERO));
            anOpenPosting(organisation);
            Awaitility.await().until(() -> hook(hook).getString("restingUntil") != null);
            var end = Instant.parse(hook(hook).getString("restingUntil"));
            receiver.answer(_ -> Answer.of(200));

            // When
            anOpenPosting(organisation);

            // Then
            while (Instant.now().isBefore(end.minusMillis(200))) {
                assertThat(receiver.received()).hasSize(1);
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            receiver.await(3);
            awaitDeliveries(hook, "items.findAll { it.state == 'delivered' }.size()", 2);
            assertThat(hook(hook).getString("restingUntil")).isNull();
        }
    }

    @Test
    void a_webhook_that_hangs_is_given_up_in_time_and_holds_nobody_else() throws Exception {
        // Given
        try (var slow = new Receiver(_ -> new Answer(200, Map.of(), Duration.ofSeconds(5)));
                var quick = Receiver.answering(200)) {
            var hanging = make(slow).jsonPath();
            var other = make(quick).jsonPath();

            // When
            for (int i = 0; i < MORE_THAN_HANDS; i++) {
                anOpenPosting(organisation);
            }

            // Then
            quick.await(MORE_THAN_HANDS);
            awaitDeliveries(other, "items.findAll { it.state == 'delivered' }.size()", MORE_THAN_HANDS);
            awaitDeliveries(hanging, "items.attempts.flatten().any { it.problem == 'no answer within 1000 ms' }", true);
        }
    }

    @Test
    void a_webhook_that_nothing_reaches_for_days_is_disabled_and_goes_on_where_it_was_when_it_is_enabled()
            throws Exception {
        // Given
        try (var receiver = Receiver.answering(500)) {
            var hook = make(receiver).jsonPath();
            anOpenPosting(organisation);
            receiver.await(1);
            run("UPDATE webhook SET failing_since = appel_now() - interval '6 days' WHERE id = '" + hook.getString("id")
                    + "'");
            awaitHook(hook, "state", "disabled");
            var missed = anOpenPosting(organisation);
            receiver.answer(_ -> Answer.of(200));
            receiver.received().clear();

            // When
            var enabled = as(token).post(place(hook) + "/activation");

            // Then
            enabled.then().statusCode(200).body("state", equalTo("active")).body("disabledReason", nullValue());
            receiver.await(2);
            assertThat(receiver.received())
                    .extracting(message -> message.json().getString("data.posting"))
                    .contains(missed.id().toString());
        }
    }

    @Test
    void the_last_failure_of_a_message_disables_the_webhook_and_the_message_waits() throws Exception {
        // Given
        try (var receiver = Receiver.answering(500)) {
            var hook = make(receiver).jsonPath();
            anOpenPosting(organisation);
            receiver.await(1);

            // When
            run("UPDATE webhook_delivery SET tries = 1000 WHERE webhook = '" + hook.getString("id") + "'");

            // Then
            awaitHook(hook, "state", "disabled");
            assertThat(hook(hook).getString("disabledReason")).isEqualTo("failing");
            assertThat(deliveries(hook).getString("items[0].state")).isEqualTo("pending");
            var event = Topics.await("postings", record -> hook.getString("id").equals(record.key()));
            assertThat(Topics.text(event)).contains("\"reason\":\"failing\"");
            receiver.answer(_ -> Answer.of(200));
            as(token).post(place(hook) + "/activation").then().statusCode(200);
            awaitDeliveries(hook, "items[0].state", "delivered");
        }
    }

    @Test
    void what_failed_while_nothing_reached_a_webhook_is_sent_when_it_is_enabled() throws Exception {
        // Given
        try (var receiver = Receiver.answering(500)) {
            var hook = make(receiver).jsonPath();
            anOpenPosting(organisation);
            Awaitility.await().until(() -> hook(hook).getString("failingSince") != null);
            run(
                    "UPDATE webhook_delivery SET state = 'FAILED', ended_at = appel_now(), leased_until = NULL WHERE webhook = '"
                            + hook.getString("id") + "'");
            awaitDeliveries(hook, "items[0].state", "failed");
            receiver.answer(_ -> Answer.of(200));

            // When
            as(token).post(place(hook) + "/activation").then().statusCode(200);

            // Then
            awaitDeliveries(hook, "items[0].state", "delivered");
        }
    }

    @Test
    void a_message_that_has_arrived_is_sent_again_when_that_is_asked_for() throws Exception {
        // Given
        try (var receiver = Receiver.answering(200)) {
            var hook = make(receiver).jsonPath();
            anOpenPosting(organisation);
            awaitDeliveries(hook, "items[0].state", "delivered");

            // When
            var id = deliveries(hook).getString("items[0].id");
            var again = as(token).post(place(hook) + "/deliveries/" + id + "/redelivery");

            // Then
            again.then().statusCode(202).body("delivery", equalTo(id));
            assertThat(receiver.await(2).getLast().id()).isEqualTo(id);
        }
    }

    @Test
    void an_attempt_that_nobody_finished_does_not_count() throws Exception {
        // Given
        try (var receiver = Receiver.answering(200)) {
            var hook = make(receiver).jsonPath();
            var ofHook = " WHERE id = '" + hook.getString("id") + "'";
            run("UPDATE webhook SET resting_until = appel_now() + interval '1 hour'" + ofHook);
            anOpenPosting(organisation);
            awaitDeliveries(hook, "items.size()", 1);

            // When
            QuarkusTransaction.requiringNew().call(() -> {
                run("UPDATE webhook SET resting_until = NULL" + ofHook);
                var taken = messages.claim(100, 3, Duration.ZERO);
                run("UPDATE webhook SET resting_until = appel_now() + interval '1 hour'" + ofHook);
                return taken;
            });

            // Then
            assertThat(tries(hook)).isZero();
            run("UPDATE webhook SET resting_until = NULL" + ofHook);
            awaitDeliveries(hook, "items[0].state", "delivered");
            assertThat(tries(hook)).isEqualTo(1);
            assertThat(deliveries(hook).getInt("items[0].attempts[0].number")).isEqualTo(2);
        }
    }

    @Test
    void what_an_address_answers_that_was_left_meanwhile_does_not_disable_the_webhook() throws Exception {
        // Given
        var moved = new CompletableFuture<Answer>();
        try (var before = new Receiver(_ -> moved.join());
                var after = Receiver.answering(200)) {
            var hook = make(before).jsonPath();
            anOpenPosting(organisation);
            before.await(1);

            // When
            as(token)
                    .header("If-Match", as(token).get(place(hook)).header("ETag"))
                    .body(Map.of("url", after.url(), "organisations", List.of(organisation)))
                    .put(place(hook))
                    .then()
                    .statusCode(200);
            moved.complete(Answer.of(410));

            // Then
            after.await(1);
            awaitDeliveries(hook, "items[0].state", "delivered");
            assertThat(hook(hook).getString("state")).isEqualTo("active");
        }
    }

    @Test
    void at_another_address_nothing_has_failed_yet() throws Exception {
        // Given
        try (var before = Receiver.answering(200);
                var after = Receiver.answering(200)) {
            var hook = make(before).jsonPath();
            run("UPDATE webhook SET failing_since = appel_now() - interval '4 days',"
                    + " resting_until = appel_now() + interval '1 day' WHERE id = '" + hook.getString("id") + "'");

            // When
            var moved = as(token)
                    .header("If-Match", as(token).get(place(hook)).header("ETag"))
                    .body(Map.of("url", after.url(), "organisations", List.of(organisation)))
                    .put(place(hook));

            // Then
            moved.then().statusCode(200).body("failingSince", nullValue()).body("restingUntil", nullValue());
        }
    }

    @Test
    void a_secret_before_that_cannot_be_opened_any_more_stops_no_message() throws Exception {
        // Given
        try (var receiver = Receiver.answering(200)) {
            var hook = make(receiver).jsonPath();
            var rotated = as(token).post(place(hook) + "/secret").jsonPath();
            run("UPDATE webhook SET previous_secret = 'sealed by a lost key' WHERE id = '" + hook.getString("id")
                    + "'");

            // When
            anOpenPosting(organisation);

            // Then
            var message = receiver.await(1).getFirst();
            verify(rotated, message);
            assertThat(message.header("Webhook-signature").split(" ")).hasSize(1);
        }
    }

    @Test
    void a_secret_that_is_replaced_twice_in_a_row_leaves_the_one_that_was_in_use() throws Exception {
        // Given
        try (var receiver = Receiver.answering(200)) {
            var hook = make(receiver).jsonPath();
            as(token).post(place(hook) + "/secret").then().statusCode(200);

            // When
            var rotated = as(token).post(place(hook) + "/secret").jsonPath();
            anOpenPosting(organisation);

            // Then
            var message = receiver.await(1).getFirst();
            verify(rotated, message);
            verify(hook, message);
        }
    }

    @Test
    void a_client_has_only_so_many_webhooks() throws Exception {
        // Given
        try (var receiver = Receiver.answering(200)) {
            for (int i = 0; i < 20; i++) {
                make(receiver);
            }

            // When
            var refused = post(Map.of("url", receiver.url()));

            // Then
            refused.then().statusCode(409).body("type", equalTo("urn:appel:problem:too-many-webhooks"));
        }
    }

    @Test
    void only_so_much_is_told_again_at_once() throws Exception {
        // Given
        try (var receiver = Receiver.answering(200)) {
            var hook = make(receiver).jsonPath();
            for (int i = 0; i < 6; i++) {
                anOpenPosting(organisation);
            }
            receiver.await(6);

            // When
            var refused = as(token).body(Map.of("fromSeq", 0)).post(place(hook) + "/redelivery");

            // Then
            refused.then().statusCode(422).body("type", equalTo("urn:appel:problem:too-much-again"));
        }
    }

    @Test
    void a_webhook_hears_only_what_it_asked_for() throws Exception {
        // Given
        try (var receiver = Receiver.answering(200)) {
            make(receiver, Map.of("events", List.of("posting.withdrawn")));
            anOpenPosting(anOrganisation());
            var posting = anOpenPosting(organisation);

            // When
            as(Tokens.hr(organisation))
                    .header("If-Match", "*")
                    .body(Map.of("reason", "Pourvu"))
                    .delete("/postings/" + posting.id() + "/publication")
                    .then()
                    .statusCode(204);

            // Then
            var message = receiver.await(1).getFirst();
            assertThat(message.json().getString("type")).isEqualTo("posting.withdrawn");
            assertThat(message.json().getString("data.posting"))
                    .isEqualTo(posting.id().toString());
        }
    }

    @Test
    void a_webhook_may_begin_in_the_past_and_be_told_a_part_of_it_again() throws Exception {
        // Given
        anOpenPosting(organisation);
        anOpenPosting(organisation);
        try (var receiver = Receiver.answering(200)) {
            var hook = make(receiver, Map.of("from", 0)).jsonPath();
            receiver.await(2);
            awaitDeliveries(hook, "items.findAll { it.state == 'delivered' }.size()", 2);
            long first = receiver.received().stream()
                    .mapToLong(message -> message.json().getLong("data.seq"))
                    .min()
                    .orElseThrow();
            run("DELETE FROM webhook_delivery WHERE webhook = '" + hook.getString("id") + "' AND seq = " + first);

            // When
            var again = as(token).body(Map.of("fromSeq", first)).post(place(hook) + "/redelivery");
            var byTime = as(token)
                    .body(Map.of("fromTime", "2020-01-01T00:00:00Z", "toTime", "2020-01-02T00:00:00Z"))
                    .post(place(hook) + "/redelivery");
            var endless = as(token).body(Map.of("toSeq", 5)).post(place(hook) + "/redelivery");

            // Then
            again.then().statusCode(202).body("deliveries", equalTo(2));
            byTime.then().statusCode(202).body("deliveries", equalTo(0));
            endless.then().statusCode(422).body("errors[0].pointer", equalTo("/fromSeq"));
            receiver.await(4);
        }
    }

    @Test
    void a_webhook_can_be_tested() throws Exception {
        // Given
        try (var receiver = Receiver.answering(200)) {
            var hook = make(receiver).jsonPath();

            // When
            var sent = as(token).post(place(hook) + "/test");

            // Then
            sent.then().statusCode(202);
            var message = receiver.await(1).getFirst();
            verify(hook, message);
            assertThat(message.id()).isEqualTo(sent.jsonPath().getString("delivery"));
            assertThat(message.json().getString("type")).isEqualTo("webhook.test");
            assertThat(message.json().getString("data.webhook")).isEqualTo(hook.getString("id"));
        }
    }

    @Test
    void only_a_service_is_told_who_answers_for_a_webhook() throws Exception {
        // Given
        try (var receiver = Receiver.answering(200)) {
            var place = place(make(receiver).jsonPath());

            // When
            var owner = as(Tokens.service()).get(place + "/owner");
            var curious = as(token).get(place + "/owner");

            // Then
            owner.then()
                    .statusCode(200)
                    .body("email", equalTo("jobs@board.example"))
                    .body("url", equalTo(receiver.url()));
            curious.then().statusCode(403);
        }
    }

    @Test
    void one_board_never_sees_anothers_webhooks() throws Exception {
        // Given
        try (var receiver = Receiver.answering(200)) {
            var place = place(make(receiver).jsonPath());
            var stranger = Tokens.of("stranger-" + client, "board");

            // When
            var statuses = List.of(
                    as(stranger).get(place).statusCode(),
                    as(stranger).header("If-Match", "*").delete(place).statusCode(),
                    as(stranger).post(place + "/secret").statusCode(),
                    as(stranger).post(place + "/test").statusCode(),
                    as(stranger).get(place + "/deliveries").statusCode());

            // Then
            assertThat(statuses).containsOnly(404);
            as(stranger).get("/webhooks").then().body("items", equalTo(List.of()));
            as(Tokens.admin()).get(place).then().statusCode(200);
        }
    }

    @Test
    void a_webhook_is_listed_replaced_and_removed() throws Exception {
        // Given
        try (var receiver = Receiver.answering(200)) {
            var place = place(make(receiver).jsonPath());
            var seen = as(token).get(place);
            var body = Map.of("url", receiver.url(), "events", List.of("posting.closed"));

            // When
            var replaced =
                    as(token).header("If-Match", seen.header("ETag")).body(body).put(place);
            var stale =
                    as(token).header("If-Match", seen.header("ETag")).body(body).put(place);
            var blind = as(token).delete(place);
            var listed = as(token).get("/webhooks");
            var removed = as(token).header("If-Match", replaced.header("ETag")).delete(place);

            // Then
            replaced.then().statusCode(200).body("events", equalTo(List.of("posting.closed")));
            stale.then().statusCode(412);
            blind.then().statusCode(428);
            listed.then().body("items.url", hasItem(receiver.url()));
            removed.then().statusCode(204);
            as(token).get(place).then().statusCode(404);
        }
    }

    @RepeatedTest(10)
    void a_webhook_can_be_removed_while_messages_to_it_are_settled() throws Exception {
        // Given
        try (var receiver = Receiver.answering(500)) {
            var hook = make(receiver, Map.of("from", 0)).jsonPath();
            for (int i = 0; i < 3; i++) {
                as(token).post(place(hook) + "/test").then().statusCode(202);
            }
            receiver.await(3);

            // When
            var removed = as(token).header("If-Match", "*").delete(place(hook));

            // Then
            removed.then().statusCode(204);
        }
    }

    @Test
    void what_is_wrong_with_a_webhook_is_named() {
        // When
        var garbled =
                post(Map.of("url", "https://board.example/a b", "events", List.of("posting.published", "closed")));
        var unfit = post(Map.of("url", "ftp://me@board.example/#x"));
        var beyond = post(Map.of("url", "http://127.0.0.1:1/", "from", 1_000_000_000));

        // Then
        garbled.then().statusCode(422).body("errors.pointer", hasItems("/url", "/events/1"));
        unfit.then().statusCode(422).body("type", equalTo("urn:appel:problem:unfit-webhook"));
        assertThat(unfit.jsonPath().getList("errors")).hasSize(3);
        beyond.then().statusCode(410);
    }

    @Test
    void only_registered_boards_and_administrators_have_webhooks() throws Exception {
        // Given
        try (var receiver = Receiver.answering(200)) {
            var body = Map.of("url", receiver.url());

            // When
            var unregistered =
                    as(Tokens.of("nobody-" + client, "board")).body(body).post("/webhooks");
            var hr = as(Tokens.hr("omct")).body(body).post("/webhooks");
            var prober = as(Tokens.of("nobody-" + client, "board"))
                    .body(Map.of("url", "http://a-name-inside.invalid/"))
                    .post("/webhooks");

            // Then
            unregistered.then().statusCode(403).body("type", equalTo("urn:appel:problem:unregistered-board"));
            prober.then().statusCode(403);
            hr.then().statusCode(403).body("type", not(equalTo("urn:appel:problem:unregistered-board")));
        }
    }

    private Response make(Receiver receiver) {
        return make(receiver, Map.of());
    }

    private Response make(Receiver receiver, Map<String, Object> more) {
        var body = new HashMap<String, Object>(more);
        body.put("url", receiver.url());
        body.put("organisations", List.of(organisation));
        var made = post(body);
        made.then().statusCode(201);
        return made;
    }

    private Response post(Map<String, Object> body) {
        return as(token).body(body).post("/webhooks");
    }

    private JsonPath hook(JsonPath hook) {
        return as(token).get(place(hook)).jsonPath();
    }

    private JsonPath deliveries(JsonPath hook) {
        return as(token).get(place(hook) + "/deliveries").jsonPath();
    }

    private void awaitDeliveries(JsonPath hook, String path, Object value) {
        Awaitility.await(path)
                .atMost(Duration.ofSeconds(30))
                .until(() -> value.equals(deliveries(hook).get(path)));
    }

    private void awaitHook(JsonPath hook, String path, Object value) {
        Awaitility.await(path)
                .atMost(Duration.ofSeconds(30))
                .until(() -> value.equals(hook(hook).get(path)));
    }

    private static void verify(JsonPath hook, Message message) throws WebhookVerificationException {
        new Webhook(hook.getString("secret")).verify(message.body(), message.headers());
    }

    private static String place(JsonPath hook) {
        return "/webhooks/" + hook.getString("id");
    }

    private int tries(JsonPath hook) throws SQLException {
        try (var connection = database.getConnection();
                var row = connection
                        .createStatement()
                        .executeQuery(
                                "SELECT tries FROM webhook_delivery WHERE webhook = '" + hook.getString("id") + "'")) {
            row.next();
            return row.getInt(1);
        }
    }

    private byte[] stored(JsonPath hook) throws SQLException {
        try (var connection = database.getConnection();
                var row = connection
                        .createStatement()
                        .executeQuery("SELECT secret FROM webhook WHERE id = '" + hook.getString("id") + "'")) {
            row.next();
            return row.getBytes(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
