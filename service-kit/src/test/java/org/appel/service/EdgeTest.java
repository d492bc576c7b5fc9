package org.appel.service;

import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@RealInfrastructure
class EdgeTest {

    private static final String PROBLEM = "application/problem+json";

    @TestHTTPResource
    URL root;

    @Inject
    DataSource dataSource;

    @Inject
    Clock clock;

    @AfterEach
    void setTheClockBack() {
        shiftClock("0 seconds");
    }

    @Test
    void whoever_offers_to_go_on_in_HTTP_2_is_answered_in_HTTP_1_1() throws Exception {
        // Given: a client that offers it with its first request, as Java's does by default
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            // When
            var answer = client.send(
                    HttpRequest.newBuilder(root.toURI().resolve("/openapi"))
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    BodyHandlers.ofString());

            // Then
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        }
    }

    @Test
    void every_refusal_of_the_edge_is_a_problem() {
        given().get("/nowhere").then().statusCode(404).contentType(PROBLEM);
        given().delete("/offers").then().statusCode(405).contentType(PROBLEM);
        given().contentType(ContentType.TEXT)
                .body("x")
                .post("/offers")
                .then()
                .statusCode(415)
                .contentType(PROBLEM);
        given().get("/offers/of/omct")
                .then()
                .statusCode(401)
                .contentType(PROBLEM)
                .header("WWW-Authenticate", "Bearer");
        given().auth().oauth2("no.token.atall").get("/offers/of/omct").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.board())
                .get("/offers/of/omct")
                .then()
                .statusCode(403)
                .contentType(PROBLEM);
    }

    @Test
    void a_body_is_refused_with_all_its_faults() {
        given().contentType(ContentType.JSON)
                .body("{\"percent\": \"many\", \"salary\": 1}")
                .post("/offers")
                .then()
                .statusCode(422)
                .contentType(PROBLEM)
                .body("type", equalTo("urn:appel:problem:invalid-body"))
                .body("errors.pointer", containsInAnyOrder("/percent", "/salary", "/title"));
        given().contentType(ContentType.JSON)
                .body("{")
                .post("/offers")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("type", equalTo("urn:appel:problem:malformed-json"));
    }

    @Test
    void a_fault_of_the_program_tells_nothing_of_its_inside() {
        given().get("/offers/fault")
                .then()
                .statusCode(500)
                .contentType(PROBLEM)
                .body(not(containsString("inner detail")));
    }

    @Test
    void a_page_names_the_next_one_with_the_same_filters() {
        given().queryParam("q", "chargé·e & {co}")
                .get("/offers")
                .then()
                .statusCode(200)
                .body("items", is(java.util.List.of("a", "b")))
                .body("next", startsWith("/offers?q="))
                .header("Link", startsWith("</offers?q="))
                .header("Link", containsString("rel=\"next\""));
    }

    @Test
    void a_write_needs_the_version_that_it_changes() {
        given().contentType(ContentType.JSON)
                .body("{\"title\": \"Cook\"}")
                .put("/offers")
                .then()
                .statusCode(428)
                .contentType(PROBLEM);
        given().contentType(ContentType.JSON)
                .header("If-Match", "\"6\"")
                .body("{\"title\": \"Cook\"}")
                .put("/offers")
                .then()
                .statusCode(412);
        given().contentType(ContentType.JSON)
                .header("If-Match", "\"7\"")
                .body("{\"title\": \"Cook\"}")
                .put("/offers")
                .then()
                .statusCode(200);
    }

    @Test
    void the_caller_works_for_the_organisations_of_the_token_and_an_administrator_for_each() {
        given().auth().oauth2(Tokens.hr("omct")).get("/offers/of/omct").then().body("mine", is(true));
        given().auth().oauth2(Tokens.hr("omct")).get("/offers/of/oim").then().body("mine", is(false));
        given().auth().oauth2(Tokens.admin()).get("/offers/of/oim").then().body("mine", is(true));
    }

    @Test
    void a_request_arrives_when_its_headers_are_in_and_not_when_its_body_is() throws IOException {
        // Given
        var body = "{\"title\": \"Cook\"}";
        try (var socket = new Socket(root.getHost(), root.getPort())) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write(("POST /offers HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\nContent-Length: "
                            + body.length() + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            var headersSent = clock.instant();

            // When
            await().atMost(Duration.ofSeconds(30)).until(() -> clock.instant().isAfter(headersSent.plusMillis(1_500)));
            var bodySent = clock.instant();
            out.write(body.getBytes(StandardCharsets.UTF_8));
            out.flush();

            // Then
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var arrived = Instant.parse(answer.replaceAll("(?s).*\"arrived\":\"([^\"]+)\".*", "$1"));
            assertThat(arrived).isBefore(bodySent.minusSeconds(1));
        }
    }

    @Test
    void the_clock_follows_the_database_and_readiness_is_red_until_it_does() {
        // When
        shiftClock("-400 days");

        // Then
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(clock.instant())
                .isBefore(Instant.now().minus(Duration.ofDays(399))));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().get("/health/ready").then().statusCode(200));
    }

    @Test
    void operators_see_health_metrics_and_the_api_and_only_they_the_dead_letters() {
        given().get("/health/live").then().statusCode(200);
        given().get("/openapi").then().statusCode(200).body(containsString("3.1.0"));
        given().redirects().follow(true).get("/docs").then().statusCode(200);
        given().get("/dead-letters").then().statusCode(401);
        given().auth().oauth2(Tokens.hr("omct")).get("/dead-letters").then().statusCode(403);
        given().auth()
                .oauth2(Tokens.ops())
                .get("/dead-letters")
                .then()
                .statusCode(200)
                .body("next", is((Object) null));
        given().auth()
                .oauth2(Tokens.ops())
                .get("/dead-letters?cursor=nonsense")
                .then()
                .statusCode(400)
                .contentType(PROBLEM);
        given().auth()
                .oauth2(Tokens.ops())
                .post("/dead-letters/01900000-0000-7000-8000-000000000000/replay")
                .then()
                .statusCode(404);
    }

    private void shiftClock(String shift) {
        try (var connection = dataSource.getConnection();
                var update = connection.prepareStatement("UPDATE clock_shift SET shift = ?::interval")) {
            update.setString(1, shift);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
