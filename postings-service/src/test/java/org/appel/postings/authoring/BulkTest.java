package org.appel.postings.authoring;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.appel.postings.HiringDesk;
import org.appel.postings.NoticeJson;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;

import static org.appel.postings.HiringDesk.aNotice;
import static org.appel.postings.HiringDesk.anOpenPosting;
import static org.appel.postings.HiringDesk.anOrganisation;
import static org.appel.postings.HiringDesk.as;
import static org.appel.postings.HiringDesk.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@RealInfrastructure
class BulkTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void each_line_becomes_a_draft_or_says_what_is_wrong_with_it() {
        // Given
        var organisation = anOrganisation();
        var lines = List.of(
                line(aNotice(organisation).with("reference", "A-1")),
                line(aNotice(organisation).with("workloadPercent", 800).with("salary", 1)),
                "",
                "{no json",
                line(aNotice("nobody-at-all")),
                line(aNotice(organisation).with("reference", "A-2")));

        // When
        var report = imported(organisation, "", lines);

        // Then
        assertThat(statuses(report)).containsExactly("created", "refused", "refused", "refused", "created");
        assertThat(report).extracting(each -> each.get("line").asInt()).containsExactly(1, 2, 4, 5, 6);
        assertThat(report.get(1).findValuesAsText("pointer")).containsExactlyInAnyOrder("/salary", "/workloadPercent");
        assertThat(report)
                .extracting(each -> each.get("problem").asText())
                .containsExactly(
                        "null",
                        "urn:appel:problem:invalid-body",
                        "urn:appel:problem:malformed-json",
                        "urn:appel:problem:foreign-organisation",
                        "null");
        as(Tokens.hr(organisation))
                .get("/drafts")
                .then()
                .body("items.reference", containsInAnyOrder("A-1", "A-2"))
                .body(
                        "items.id",
                        contains(
                                report.get(4).get("id").asText(),
                                report.getFirst().get("id").asText()));
    }

    @Test
    void the_same_import_again_makes_nothing_twice() {
        // Given
        var organisation = anOrganisation();
        var lines = List.of(
                line(aNotice(organisation).with("reference", "A-1")),
                line(aNotice(organisation).titled("Sans référence")),
                line(aNotice(organisation).titled("Sans référence")));
        var first = imported(organisation, "", lines);

        // When
        var again = imported(organisation, "", lines);

        // Then
        assertThat(statuses(first)).containsExactly("created", "created", "unchanged");
        assertThat(statuses(again)).containsOnly("unchanged");
        assertThat(again)
                .extracting(each -> each.get("id"))
                .containsExactlyElementsOf(
                        first.stream().map(each -> each.get("id")).toList());
        as(Tokens.hr(organisation)).get("/drafts").then().body("items", hasSize(2));
    }

    @Test
    void a_draft_of_the_reference_is_rewritten_only_when_that_is_wanted() {
        // Given
        var organisation = anOrganisation();
        var draft = draft(aNotice(organisation).with("reference", "A-1"));
        var changed =
                List.of(line(aNotice(organisation).with("reference", "A-1").titled("Autre titre")));

        // When
        var created = imported(organisation, "", changed);
        var upserted = imported(organisation, "?mode=upsert", changed);

        // Then
        assertThat(statuses(created)).containsExactly("refused");
        assertThat(created.getFirst().get("problem").asText()).isEqualTo("urn:appel:problem:reference-taken");
        assertThat(created.getFirst().findValuesAsText("pointer")).containsExactly("/reference");
        assertThat(statuses(upserted)).containsExactly("updated");
        assertThat(upserted.getFirst().get("id").asText()).isEqualTo(draft.id().toString());
        as(Tokens.hr(organisation))
                .get("/drafts/" + draft.id())
                .then()
                .header("ETag", upserted.getFirst().get("etag").asText())
                .body("texts.fr.title", equalTo("Autre titre"));
    }

    @Test
    void what_was_published_is_never_rewritten_by_an_import() {
        // Given
        var organisation = anOrganisation();
        var notice = aNotice(organisation).with("reference", "A-1");
        var open = anOpenPosting(notice);

        // When
        var report = imported(organisation, "?mode=upsert", List.of(line(notice), line(notice.titled("Autre titre"))));

        // Then
        assertThat(statuses(report)).containsExactly("unchanged", "refused");
        assertThat(report.getFirst().get("id").asText()).isEqualTo(open.id().toString());
        assertThat(report.get(1).get("problem").asText()).isEqualTo("urn:appel:problem:not-a-draft");
    }

    @Test
    void a_dry_run_says_the_same_and_writes_nothing() {
        // Given
        var organisation = anOrganisation();
        draft(aNotice(organisation).with("reference", "A-1"));
        var lines = List.of(
                line(aNotice(organisation).with("reference", "A-1").titled("Autre titre")),
                line(aNotice(organisation).with("reference", "A-2")),
                line(aNotice(organisation).with("reference", "A-2").titled("Encore un autre")),
                line(aNotice(organisation).titled("Sans référence")),
                line(aNotice(organisation).titled("Sans référence")),
                line(aNotice(organisation).with("places", "nowhere")));

        // When
        var dry = imported(organisation, "?mode=upsert&dryRun=true", lines);

        // Then
        as(Tokens.hr(organisation))
                .get("/drafts")
                .then()
                .body("items", hasSize(1))
                .body("items[0].texts.fr.title", equalTo("Chargé·e protection de l’espace civique"));
        assertThat(statuses(dry)).containsExactly("updated", "created", "updated", "created", "unchanged", "refused");
        assertThat(statuses(imported(organisation, "?mode=upsert", lines))).isEqualTo(statuses(dry));
    }

    @Test
    void an_export_is_taken_by_an_import_as_it_is() {
        // Given
        var one = anOrganisation();
        var other = anOrganisation();
        samples(one).forEach(HiringDesk::draft);

        // When
        var exported = exported(one, "");
        var report = imported(
                other,
                "",
                exported.stream().map(each -> each.replace(one, other)).toList());

        // Then
        assertThat(exported).hasSize(7);
        assertThat(statuses(report)).containsOnly("created").hasSize(7);
        assertThat(exported(other, "").stream().map(BulkTest::withoutId).toList())
                .isEqualTo(exported.stream()
                        .map(each -> withoutId(each.replace(one, other)))
                        .toList());
    }

    @Test
    void an_export_holds_every_posting_of_the_organisation_whatever_its_state() {
        // Given
        var organisation = anOrganisation();
        var open = anOpenPosting(organisation);
        var draft = draft(organisation);
        IntStream.range(0, 120)
                .forEach(i -> imported(
                        organisation, "", List.of(line(aNotice(organisation).titled("T" + i)))));

        // When
        var all = exported(organisation, "");

        // Then
        assertThat(all).hasSize(122);
        assertThat(ids(all))
                .startsWith(open.id().toString(), draft.id().toString())
                .doesNotHaveDuplicates();
        assertThat(ids(exported(organisation, "&state=open")))
                .containsExactly(open.id().toString());
        assertThat(exported(organisation, "&state=draft")).hasSize(121);
        assertThat(exported(organisation, "&state=closed")).isEmpty();
    }

    @Test
    void ten_megabytes_of_notices_are_taken_and_nothing_else_may_be_as_large() throws Exception {
        // Given
        var organisation = anOrganisation();
        var text = "a".repeat(150_000);
        var notices = IntStream.range(0, 70)
                .mapToObj(i ->
                        line(aNotice(organisation).with("reference", "L-" + i).titled("Juriste", text)))
                .toList();
        var large = "{\"organisation\": \"" + organisation + "\", \"grade\": \"" + "a".repeat(3_000_000) + "\"}";

        // When
        var report = imported(
                organisation,
                "",
                Stream.concat(notices.stream(), Stream.of(large, notices.getFirst()))
                        .toList());

        // Then
        assertThat(statuses(report).subList(0, 70)).containsOnly("created");
        assertThat(report.get(70).get("problem").asText()).isEqualTo("urn:appel:problem:line-too-long");
        assertThat(report.get(71).get("status").asText()).isEqualTo("unchanged");
        as(Tokens.hr(organisation))
                .body(large)
                .post("/postings")
                .then()
                .statusCode(413)
                .body("type", equalTo("urn:appel:problem:too-large"));
        assertThat(sent(
                                "POST",
                                "/postings",
                                organisation,
                                "application/json",
                                BodyPublishers.ofByteArrays(List.of(large.getBytes(StandardCharsets.UTF_8))))
                        .statusCode())
                .isEqualTo(413);
        assertThat(sent("PUT", "/postings/import", organisation, "application/json", BodyPublishers.ofString(large))
                        .statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({"/postings/import?mode=all, /mode", "/postings/import?dryRun=yes, /dryRun"})
    void a_parameter_that_is_not_understood_is_named(String path, String pointer) {
        // Given
        var token = Tokens.hr(anOrganisation());

        // When
        var refused = RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType("application/jsonl")
                .body(new byte[0])
                .post(path);

        // Then
        refused.then().statusCode(400).body("errors.pointer", contains(pointer));
    }

    @Test
    void an_import_that_is_not_said_to_be_json_lines_is_refused() {
        // Given
        var organisation = anOrganisation();

        // When
        var refused = as(Tokens.hr(organisation)).body("{}").post("/postings/import");

        // Then
        refused.then().statusCode(415);
        as(Tokens.hr(organisation))
                .get("/postings/export?state=lost")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/organisation", "/state"));
    }

    /** The five notices as HR has them, a whole one in two languages, and one that says nearly nothing. */
    private static List<NoticeJson> samples(String organisation) {
        var notices = new ArrayList<NoticeJson>();
        for (var name : List.of(
                "omct-charge-espace-civique",
                "omct-directeur-programme-ddh",
                "omct-secretaire-general",
                "oim-politiques-protection",
                "directeur-promotion-droits-homme")) {
            notices.add(new NoticeJson(sample(name)).with("organisation", organisation));
        }
        notices.add(aNotice(organisation)
                .with("reference", "R-1")
                .with("texts", Map.of("fr", NoticeJson.text("Juriste"), "en", NoticeJson.text("Lawyer")))
                .with("pay", Map.of("from", 1234.5, "currency", "CHF", "per", "month", "basis", "as-paid"))
                .with("start", Map.of("month", "2027-01", "provisional", true))
                .with("deadline", Map.of("date", "2027-01-01", "time", "17:00", "zone", "Africa/Tunis"))
                .with(
                        "apply",
                        Map.of(
                                "api",
                                true,
                                "documents",
                                List.of("cv"),
                                "late",
                                Map.of("policy", "grace", "graceMinutes", 90),
                                "protectCandidates",
                                true)));
        notices.add(new NoticeJson(Map.of("organisation", organisation)));
        return notices;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> sample(String name) {
        try (var file = BulkTest.class.getResourceAsStream("/samples/notices/" + name + ".json")) {
            return JSON.readValue(file, Map.class);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<JsonNode> imported(String organisation, String query, List<String> lines) {
        var answer = RestAssured.given()
                .auth()
                .oauth2(Tokens.hr(organisation))
                .contentType("application/jsonl")
                .body(String.join("\n", lines).getBytes(StandardCharsets.UTF_8))
                .post("/postings/import" + query);
        answer.then().statusCode(200).contentType("application/jsonl");
        return answer.asString().lines().map(BulkTest::tree).toList();
    }

    private static List<String> exported(String organisation, String query) {
        var answer = as(Tokens.hr(organisation)).get("/postings/export?organisation=" + organisation + query);
        answer.then().statusCode(200).contentType("application/jsonl");
        return answer.asString().lines().toList();
    }

    private static HttpResponse<String> sent(
            String method, String path, String organisation, String type, HttpRequest.BodyPublisher body)
            throws Exception {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                            .header("Authorization", "Bearer " + Tokens.hr(organisation))
                            .header("Content-Type", type)
                            .method(method, body)
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static List<String> statuses(List<JsonNode> report) {
        return report.stream().map(each -> each.get("status").asText()).toList();
    }

    private static List<String> ids(List<String> lines) {
        return lines.stream().map(each -> tree(each).get("id").asText()).collect(Collectors.toList());
    }

    private static String withoutId(String line) {
        ObjectNode tree = (ObjectNode) tree(line);
        assertThat(UUID.fromString(tree.remove("id").asText())).isNotNull();
        return tree.toString();
    }

    private static String line(NoticeJson notice) {
        try {
            return JSON.writeValueAsString(notice.json());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
