package org.appel.postings.authoring;

import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.appel.postings.NoticeJson;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;

import static org.appel.postings.HiringDesk.aNotice;
import static org.appel.postings.HiringDesk.anOpenPosting;
import static org.appel.postings.HiringDesk.anOrganisation;
import static org.appel.postings.HiringDesk.as;
import static org.appel.postings.HiringDesk.asAnyone;
import static org.appel.postings.HiringDesk.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@RealInfrastructure
class OneOrganisationNeverSeesAnothersTest {

    record Route(String method, String path) {}

    static Stream<Route> routes() {
        return Stream.of(
                new Route("GET", ""),
                new Route("PUT", ""),
                new Route("PUT", "/publication"),
                new Route("DELETE", "/publication"),
                new Route("PUT", "/deadline"),
                new Route("GET", "/versions"),
                new Route("GET", "/versions/1"),
                new Route("GET", "/versions/1/differences"),
                new Route("GET", "/versions/1/differences?from=1"),
                new Route("PUT", "/approval"),
                new Route("DELETE", "/approval"));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void a_draft_is_for_strangers_as_if_it_were_not_there(Route route) {
        // Given
        var draft = draft(anOrganisation());
        var stranger = Tokens.hr(anOrganisation());

        // When
        var answer = ask(stranger, route, draft.id().toString());
        var unknown = ask(stranger, route, "0197edea-a3b8-767c-9c11-386ef552ddd0");

        // Then
        assertThat(answer.statusCode()).isEqualTo(404).isEqualTo(unknown.statusCode());
        assertThat(answer.asString().replace(draft.id().toString(), ""))
                .isEqualTo(unknown.asString().replace("0197edea-a3b8-767c-9c11-386ef552ddd0", ""));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void an_open_posting_is_written_and_looked_into_by_its_team_alone(Route route) {
        // Given
        var open = anOpenPosting(anOrganisation());
        var stranger = Tokens.hr(anOrganisation());

        // When
        var answer = ask(stranger, route, open.id().toString());

        // Then
        assertThat(answer.statusCode()).isEqualTo(route.equals(new Route("GET", "")) ? 200 : 404);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void without_a_token_only_what_is_published_is_read(Route route) {
        // Given
        var open = anOpenPosting(anOrganisation());

        // When
        var answer = asAnyone()
                .contentType("application/json")
                .header("If-Match", "*")
                .body(Map.of("reason", "x"))
                .request(route.method(), "/postings/" + open.id() + route.path());

        // Then
        assertThat(answer.statusCode()).isEqualTo(route.equals(new Route("GET", "")) ? 200 : 401);
    }

    @Test
    void drafts_of_others_are_in_no_list() {
        // Given
        var mine = anOrganisation();
        var theirs = draft(anOrganisation());

        // When
        var drafts = as(Tokens.hr(mine)).get("/drafts");

        // Then
        drafts.then().statusCode(200).body("items.id", not(hasItem(theirs.id().toString())));
        as(Tokens.admin())
                .get("/drafts?limit=100")
                .then()
                .body("items.id", hasItem(theirs.id().toString()));
        asAnyone().get("/drafts").then().statusCode(401);
    }

    @Test
    void a_draft_of_others_is_not_among_the_drafts_by_its_id_either() {
        // Given
        var theirs = draft(anOrganisation());
        var stranger = Tokens.hr(anOrganisation());

        // When
        var answer = as(stranger).get("/drafts/" + theirs.id());

        // Then
        answer.then().statusCode(404).body("type", equalTo("urn:appel:problem:unknown-posting"));
        asAnyone().get("/drafts/" + theirs.id()).then().statusCode(401);
    }

    @Test
    void a_draft_of_others_is_not_planned() {
        // Given
        var theirs = draft(anOrganisation());
        var stranger = Tokens.hr(anOrganisation());

        // When
        var answer = as(stranger)
                .header("If-Match", "*")
                .body(Map.of("at", "2199-01-01T00:00:00Z"))
                .put("/postings/" + theirs.id() + "/publication");

        // Then
        answer.then().statusCode(404);
        as(Tokens.admin()).get("/drafts/" + theirs.id()).then().body("scheduledFor", nullValue());
    }

    @Test
    void an_export_is_for_its_organisation_alone_and_another_is_as_if_it_were_not_there() {
        // Given
        var theirs = anOrganisation();
        draft(theirs);
        var stranger = Tokens.hr(anOrganisation());

        // When
        var answer = as(stranger).get("/postings/export?organisation=" + theirs);
        var unknown = as(stranger).get("/postings/export?organisation=nobody");

        // Then
        assertThat(answer.statusCode()).isEqualTo(404).isEqualTo(unknown.statusCode());
        assertThat(answer.asString().replace(theirs, ""))
                .isEqualTo(unknown.asString().replace("nobody", ""));
        asAnyone().get("/postings/export?organisation=" + theirs).then().statusCode(401);
        as(Tokens.panel(theirs))
                .get("/postings/export?organisation=" + theirs)
                .then()
                .statusCode(403);
    }

    @Test
    void an_import_neither_writes_for_others_nor_says_what_they_have() {
        // Given
        var theirs = anOrganisation();
        var notice = aNotice(theirs).with("reference", "R-1");
        draft(notice);
        var stranger = Tokens.hr(anOrganisation());

        // When
        var known = imported(stranger, notice);
        var unknown = imported(stranger, aNotice(theirs).with("reference", "R-2"));

        // Then
        assertThat(known.asString()).isEqualTo(unknown.asString()).contains("foreign-organisation");
        assertThat(as(Tokens.hr(theirs)).get("/drafts").jsonPath().getList("items"))
                .hasSize(1);
        asAnyone()
                .contentType("application/jsonl")
                .body(new byte[0])
                .post("/postings/import")
                .then()
                .statusCode(401);
    }

    @Test
    void nobody_writes_for_an_organisation_that_they_do_not_work_for() {
        // Given
        var theirs = anOrganisation();

        // When
        var refused =
                as(Tokens.hr(anOrganisation())).body(aNotice(theirs).json()).post("/postings");

        // Then
        refused.then().statusCode(403).body("type", equalTo("urn:appel:problem:foreign-organisation"));
        as(Tokens.panel(theirs))
                .body(aNotice(theirs).json())
                .post("/postings")
                .then()
                .statusCode(403);
    }

    private static Response imported(String token, NoticeJson notice) {
        try {
            return as(token)
                    .contentType("application/jsonl")
                    .body(new ObjectMapper().writeValueAsBytes(notice.json()))
                    .post("/postings/import?mode=upsert");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Response ask(String token, Route route, String id) {
        var request = as(token).header("If-Match", "*");
        var withBody =
                switch (route.method() + route.path()) {
                    case "PUT" -> request.body(aNotice("omct").json());
                    case "DELETE/publication" -> request.body(Map.of("reason", "x"));
                    case "PUT/deadline" -> request.body(Map.of("none", true));
                    default -> request;
                };
        return withBody.request(route.method(), "/postings/" + id + route.path());
    }
}
