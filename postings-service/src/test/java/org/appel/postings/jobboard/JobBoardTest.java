package org.appel.postings.jobboard;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;

import static org.appel.postings.HiringDesk.as;
import static org.appel.postings.HiringDesk.asAnyone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@RealInfrastructure
class JobBoardTest {

    private final String client = "board-" + UUID.randomUUID();

    @Test
    void a_board_that_was_registered_reads_what_is_known_of_it() {
        // Given
        register(client, 77).then().statusCode(201);

        // When
        var me = as(Tokens.of(client, "board")).get("/boards/me");

        // Then
        me.then()
                .statusCode(200)
                .body("client", equalTo(client))
                .body("ownerEmail", equalTo("jobs@board.example"))
                .body("requestsPerMinute", equalTo(77));
    }

    @Test
    void a_board_that_nobody_registered_is_told_so() {
        // When
        var me = as(Tokens.of(client, "board")).get("/boards/me");

        // Then
        me.then().statusCode(403).body("type", equalTo("urn:appel:problem:unregistered-board"));
    }

    @Test
    void only_administrators_register_boards() {
        // When
        var byBoard = as(Tokens.of(client, "board")).body(body(client, null)).post("/boards");
        var byHr = as(Tokens.hr("omct")).body(body(client, null)).post("/boards");
        var byAnyone = asAnyone()
                .contentType("application/json")
                .body(body(client, null))
                .post("/boards");

        // Then
        byBoard.then().statusCode(403);
        byHr.then().statusCode(403);
        byAnyone.then().statusCode(401);
    }

    @Test
    void a_board_is_listed_replaced_and_forgotten() {
        // Given
        var added = register(client, null);
        var place = java.net.URI.create(added.header("Location")).getPath();

        // When
        var replaced = as(Tokens.admin())
                .header("If-Match", added.header("ETag"))
                .body(body(client, 5))
                .put(place);
        var stale = as(Tokens.admin()).header("If-Match", added.header("ETag")).delete(place);
        var blind = as(Tokens.admin()).delete(place);
        var all = as(Tokens.admin()).get("/boards?limit=100");
        var removed =
                as(Tokens.admin()).header("If-Match", replaced.header("ETag")).delete(place);

        // Then
        added.then().statusCode(201).body("requestsPerMinute", equalTo(600));
        replaced.then().statusCode(200).body("requestsPerMinute", equalTo(5));
        stale.then().statusCode(412);
        blind.then().statusCode(428);
        all.then().body("items.client", hasItem(client));
        removed.then().statusCode(204);
        as(Tokens.admin()).get(place).then().statusCode(404);
    }

    @Test
    void one_client_is_one_board() {
        // Given
        register(client, null).then().statusCode(201);

        // When
        var again = register(client, null);

        // Then
        again.then().statusCode(409).body("errors[0].pointer", equalTo("/client"));
    }

    @Test
    void everything_that_is_wrong_with_a_board_is_named_at_once() {
        // When
        var refused = as(Tokens.admin())
                .body(Map.of("client", " ", "name", "", "ownerEmail", "nobody", "requestsPerMinute", 0))
                .post("/boards");

        // Then
        refused.then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/client", "/name", "/ownerEmail", "/requestsPerMinute"));
    }

    @Test
    void every_answer_to_a_board_tells_how_much_it_may_still_ask() {
        // When
        var page = as(Tokens.of(client, "board")).get("/postings/changes?limit=1");
        var refusal = as(Tokens.of(client, "board")).get("/postings/changes?limit=0");

        // Then
        assertThat(page.header("RateLimit-Policy")).isEqualTo("\"board\";q=600;w=60");
        assertThat(page.header("RateLimit")).isEqualTo("\"board\";r=599;t=1");
        refusal.then().statusCode(400);
        assertThat(refusal.header("RateLimit")).startsWith("\"board\";r=59");
    }

    @Test
    void a_board_that_asks_too_much_is_told_when_to_come_again_and_others_are_not_concerned() {
        // Given
        register(client, 3).then().statusCode(201);
        var token = Tokens.of(client, "board");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        as(token).get("/boards/me").header("RateLimit-Policy").contains("q=3;"));

        // When
        Response last;
        do {
            last = as(token).get("/postings?limit=1");
        } while (last.statusCode() == 200);

        // Then
        last.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:appel:problem:too-many-requests"));
        assertThat(last.header("RateLimit")).startsWith("\"board\";r=0;t=");
        assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 20);
        as(Tokens.of("another-" + client, "board"))
                .get("/postings?limit=1")
                .then()
                .statusCode(200);
        asAnyone().get("/postings?limit=1").then().statusCode(200).header("RateLimit", nullValue());
    }

    private static Response register(String client, @Nullable Integer requestsPerMinute) {
        return as(Tokens.admin()).body(body(client, requestsPerMinute)).post("/boards");
    }

    private static Map<String, Object> body(String client, @Nullable Integer requestsPerMinute) {
        var body = new HashMap<String, Object>();
        body.put("client", client);
        body.put("name", "Board " + client);
        body.put("ownerEmail", "jobs@board.example");
        if (requestsPerMinute != null) {
            body.put("requestsPerMinute", requestsPerMinute);
        }
        return body;
    }
}
