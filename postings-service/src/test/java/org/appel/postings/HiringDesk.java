package org.appel.postings;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;

import org.appel.testing.Tokens;
import org.appel.testing.Topics;

/** The service over HTTP as a hiring team uses it, and what the topic heard of it. */
public final class HiringDesk {

    private HiringDesk() {}

    /** A posting that the service answered with, and the ETag of that answer. */
    public record Kept(UUID id, String etag, JsonPath body) {
        public static Kept of(Response response) {
            var body = response.jsonPath();
            return new Kept(UUID.fromString(body.getString("id")), response.header("ETag"), body);
        }
    }

    /** A request with somebody's token. */
    public static RequestSpecification as(String token) {
        return RestAssured.given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** A request of nobody in particular. */
    public static RequestSpecification asAnyone() {
        return RestAssured.given();
    }

    /** Makes an organisation that no other test knows, and gives its id. */
    public static String anOrganisation() {
        var id = "org-" + UUID.randomUUID();
        as(Tokens.admin())
                .body(Map.of(
                        "name", "Organisation " + id,
                        "language", "fr",
                        "hrAddresses", List.of("rh@" + id + ".example"),
                        "country", "CH",
                        "zone", "Europe/Zurich"))
                .put("/organisations/" + id)
                .then()
                .statusCode(201);
        return id;
    }

    /** A complete notice whose deadline is a month away. */
    public static NoticeJson aNotice(String organisation) {
        return NoticeJson.of(organisation)
                .with("deadline", until(LocalDate.now(ZoneOffset.UTC).plusDays(30)));
    }

    /** A deadline in UTC. */
    public static Map<String, Object> until(LocalDate date) {
        return Map.of("date", date.toString(), "zone", "UTC");
    }

    public static Kept draft(String organisation) {
        return draft(aNotice(organisation));
    }

    public static Kept draft(NoticeJson notice) {
        var response = as(Tokens.hr(notice.organisation())).body(notice.json()).post("/postings");
        response.then().statusCode(201);
        return Kept.of(response);
    }

    public static Kept publish(String organisation, Kept draft) {
        var response = as(Tokens.hr(organisation))
                .header("If-Match", draft.etag())
                .put("/postings/" + draft.id() + "/publication");
        response.then().statusCode(200);
        return Kept.of(response);
    }

    public static Kept anOpenPosting(String organisation) {
        return anOpenPosting(aNotice(organisation));
    }

    public static Kept anOpenPosting(NoticeJson notice) {
        return publish(notice.organisation(), draft(notice));
    }

    /** The posting as everybody sees it. */
    public static Response publicView(UUID id) {
        return asAnyone().get("/postings/" + id);
    }

    /** Waits until the topic holds so many events of a posting, and gives all that it holds of it, in order. */
    public static List<ConsumerRecord<String, byte[]>> events(UUID posting, int atLeast) {
        return Awaitility.await(atLeast + " events of a posting")
                .atMost(Duration.ofSeconds(30))
                .until(() -> events(posting), found -> found.size() >= atLeast);
    }

    /** What the topic holds of a posting now, in order; an event of a moment ago may not have reached it yet. */
    public static List<ConsumerRecord<String, byte[]>> events(UUID posting) {
        return Topics.read("postings").stream()
                .filter(each -> posting.toString().equals(each.key()))
                .toList();
    }

    /** The short names of a posting's events, in order: {@code PostingPublished}. */
    public static List<String> eventNames(UUID posting) {
        return events(posting).stream()
                .map(each -> Topics.type(each).replaceAll("org\\.appel\\.|\\.v1", ""))
                .toList();
    }

    /** An instant of an answer, whatever its offset. */
    public static Instant instant(JsonPath body, String path) {
        return java.time.OffsetDateTime.parse(body.getString(path)).toInstant();
    }
}
