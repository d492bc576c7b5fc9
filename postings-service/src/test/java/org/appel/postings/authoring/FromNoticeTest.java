package org.appel.postings.authoring;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.appel.postings.HiringDesk;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;

import static org.appel.postings.HiringDesk.anOrganisation;
import static org.appel.postings.HiringDesk.as;
import static org.assertj.core.api.Assertions.assertThat;

/** {@code POST /drafts/from-notice} over HTTP: a notice in prose becomes a draft that somebody looks through. */
@QuarkusTest
@RealInfrastructure
class FromNoticeTest {

    @Test
    void a_notice_becomes_a_draft_with_the_words_it_was_read_from() {
        // Given
        var organisation = anOrganisation();

        // When
        var answer = send(organisation, TheFiveNoticesAreReadTest.text("omct-charge-espace-civique"));

        // Then
        answer.then().statusCode(201);
        var body = answer.jsonPath();
        assertThat(answer.header("Location")).endsWith("/postings/" + body.getString("draft.id"));
        assertThat(body.getString("draft.state")).isEqualTo("draft");
        assertThat(body.getString("draft.deadline.date")).isEqualTo("2025-08-03");
        assertThat(body.getFloat("draft.payForThisWorkload.from")).isEqualTo(30_720f);
        assertThat(body.getList("found.findAll { it.pointer == '/deadline' }.words", String.class))
                .containsExactly(
                        "Date limite de dépôt des candidatures : les candidatures doivent être reçues au plus tard le 03 aout 2025.");
        assertThat(body.getList("gaps.pointer", String.class)).contains("/deadline/zone");
    }

    @Test
    void what_was_read_is_kept_and_can_be_mended_and_published() {
        // Given
        var organisation = anOrganisation();
        var notice = TheFiveNoticesAreReadTest.text("omct-secretaire-general").replace("avril 2026", "avril 2199");
        var made = send(organisation, notice);
        var draft = new java.util.LinkedHashMap<String, Object>(made.jsonPath().getMap("draft"));

        // When: what no notice says, and what is too late by now
        draft.put("deadline", Map.of("date", "2199-04-03", "zone", "Europe/Zurich"));
        draft.put("start", null);
        var mended = as(Tokens.hr(organisation))
                .header("If-Match", made.header("ETag"))
                .body(draft)
                .put("/postings/" + draft.get("id"));
        mended.then().statusCode(200);
        var published = as(Tokens.hr(organisation))
                .header("If-Match", mended.header("ETag"))
                .put("/postings/" + draft.get("id") + "/publication");

        // Then
        published.then().statusCode(200);
        assertThat(published.jsonPath().getString("texts.fr.title")).isEqualTo("Secrétaire général(e)");
    }

    @Test
    void a_notice_that_says_next_to_nothing_is_a_draft_with_gaps() {
        // When
        var answer = send(anOrganisation(), TheFiveNoticesAreReadTest.text("directeur-promotion-droits-homme"));

        // Then
        answer.then().statusCode(201);
        assertThat(answer.jsonPath().getList("doubts.pointer", String.class)).containsExactly("/texts/fr/title");
        assertThat(answer.jsonPath().getList("gaps.pointer", String.class)).contains("/deadline", "/apply");
        assertThat(answer.jsonPath().getString("draft.deadline")).isNull();
    }

    @Test
    void what_is_wrong_with_the_request_is_named_all_at_once() {
        // When
        var answer = as(Tokens.hr("omct"))
                .body(Map.of("text", "x".repeat(100_001), "language", "klingon"))
                .post("/drafts/from-notice");

        // Then
        answer.then().statusCode(422);
        assertThat(answer.jsonPath().getList("errors.pointer", String.class))
                .containsExactlyInAnyOrder("/organisation", "/text", "/language");
    }

    @Test
    void more_than_a_posting_may_hold_is_refused_and_nothing_is_kept() {
        // Given
        var organisation = anOrganisation();

        // When
        var answer = send(organisation, "Juriste\n\n" + "Missions\n\n- Une tâche.\n\n".repeat(150));

        // Then
        answer.then().statusCode(422);
        assertThat(answer.jsonPath().getList("errors.pointer", String.class)).contains("/texts/fr/sections");
        assertThat(as(Tokens.hr(organisation)).get("/drafts").jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void nobody_writes_for_another_organisation() {
        // Given
        var organisation = anOrganisation();

        // When
        var answers = List.of(
                as(Tokens.hr("other"))
                        .body(Map.of("organisation", organisation, "text", "Juriste"))
                        .post("/drafts/from-notice"),
                HiringDesk.asAnyone()
                        .contentType("application/json")
                        .body(Map.of("organisation", organisation, "text", "Juriste"))
                        .post("/drafts/from-notice"));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsExactly(403, 401);
    }

    private static Response send(String organisation, String text) {
        return as(Tokens.hr(organisation))
                .body(Map.of("organisation", organisation, "text", text, "language", "fr"))
                .post("/drafts/from-notice");
    }
}
