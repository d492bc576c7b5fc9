package org.appel.postings.authoring;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.appel.postings.HiringDesk;
import org.appel.testing.Contracts;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;
import org.appel.testing.Topics;

import static org.appel.postings.HiringDesk.aNotice;
import static org.appel.postings.HiringDesk.anOpenPosting;
import static org.appel.postings.HiringDesk.anOrganisation;
import static org.appel.postings.HiringDesk.as;
import static org.appel.postings.HiringDesk.draft;
import static org.appel.postings.HiringDesk.eventNames;
import static org.appel.postings.HiringDesk.publicView;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@RealInfrastructure
class PublicationTest {

    @Test
    void a_published_draft_is_open_for_everybody_and_told_with_its_full_state() {
        // Given
        var organisation = anOrganisation();
        var draft = draft(organisation);

        // When
        var open = HiringDesk.publish(organisation, draft);

        // Then
        publicView(open.id())
                .then()
                .statusCode(200)
                .body("state", equalTo("open"))
                .body("version", equalTo(1))
                .header("ETag", open.etag());
        var event = Topics.await("postings", each -> open.id().toString().equals(each.key()));
        assertThat(Topics.type(event)).isEqualTo("org.appel.PostingPublished.v1");
        Contracts.assertValid("org.appel.PostingPublished.v1", Topics.text(event));
    }

    @Test
    void publishing_names_everything_that_is_missing_or_contradictory_at_once() {
        // Given
        var organisation = anOrganisation();
        var silent = draft(aNotice(organisation)
                .with("deadline", null)
                .with("apply", null)
                .with("workloadPercent", null)
                .with("contract", Map.of("type", "permanent", "months", 12)));

        // When
        var refused = as(Tokens.hr(organisation))
                .header("If-Match", silent.etag())
                .put("/postings/" + silent.id() + "/publication");

        // Then
        refused.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:appel:problem:not-publishable"))
                .body("errors.pointer", contains("/workloadPercent", "/contract/months", "/deadline", "/apply"));
        publicView(silent.id()).then().statusCode(404);
    }

    @Test
    void publishing_again_with_the_revision_that_was_published_answers_the_same() {
        // Given
        var organisation = anOrganisation();
        var draft = draft(organisation);
        var open = HiringDesk.publish(organisation, draft);

        // When
        var again = as(Tokens.hr(organisation))
                .header("If-Match", draft.etag())
                .put("/postings/" + draft.id() + "/publication");

        // Then
        again.then().statusCode(200).header("ETag", open.etag()).body("version", equalTo(1));
        Topics.await("postings", each -> draft.id().toString().equals(each.key()));
        assertThat(eventNames(draft.id())).containsExactly("PostingPublished");
    }

    @Test
    void a_write_needs_the_current_revision() {
        // Given
        var organisation = anOrganisation();
        var draft = draft(organisation);

        // When
        var without = as(Tokens.hr(organisation)).put("/postings/" + draft.id() + "/publication");
        var stale = as(Tokens.hr(organisation))
                .header("If-Match", "\"77\"")
                .put("/postings/" + draft.id() + "/publication");

        // Then
        without.then().statusCode(428);
        stale.then().statusCode(412);
    }

    @Test
    void an_amendment_of_an_open_posting_makes_a_version_and_is_told() {
        // Given
        var organisation = anOrganisation();
        var notice = aNotice(organisation);
        var open = anOpenPosting(notice);

        // When
        var amended = as(Tokens.hr(organisation))
                .header("If-Match", open.etag())
                .body(notice.titled("Chargé·e de plaidoyer").json())
                .put("/postings/" + open.id());

        // Then
        amended.then().statusCode(200).body("version", equalTo(2)).body("state", equalTo("open"));
        var event = Topics.await(
                "postings",
                each -> open.id().toString().equals(each.key())
                        && Topics.type(each).equals("org.appel.PostingAmended.v1"));
        assertThat(Topics.text(event)).contains("\"change\":\"amendment\"").contains("Chargé·e de plaidoyer");
        Contracts.assertValid("org.appel.PostingAmended.v1", Topics.text(event));
    }

    @Test
    void an_answer_can_be_sent_back_as_it_is() {
        // Given
        var organisation = anOrganisation();
        var open = anOpenPosting(organisation);
        var answer = publicView(open.id()).asString();

        // When
        var same = as(Tokens.hr(organisation))
                .header("If-Match", open.etag())
                .body(answer)
                .put("/postings/" + open.id());

        // Then
        same.then().statusCode(200).body("version", equalTo(1)).header("ETag", open.etag());
    }

    @Test
    void every_published_version_is_kept() {
        // Given
        var organisation = anOrganisation();
        var notice = aNotice(organisation);
        var open = anOpenPosting(notice);
        as(Tokens.hr(organisation))
                .header("If-Match", open.etag())
                .body(notice.titled("Chargé·e de plaidoyer").json())
                .put("/postings/" + open.id())
                .then()
                .statusCode(200);

        // When
        var versions = as(Tokens.hr(organisation)).get("/postings/" + open.id() + "/versions");
        var first = as(Tokens.hr(organisation)).get("/postings/" + open.id() + "/versions/1");

        // Then
        versions.then()
                .statusCode(200)
                .body("items.version", contains(1, 2))
                .body("items.change", contains("publication", "amendment"));
        first.then()
                .statusCode(200)
                .body("texts.fr.title", equalTo("Chargé·e protection de l’espace civique"))
                .body("change", equalTo("publication"));
        as(Tokens.hr(organisation))
                .get("/postings/" + open.id() + "/versions/3")
                .then()
                .statusCode(404);
    }

    @Test
    void a_withdrawn_posting_leaves_a_tombstone() {
        // Given
        var organisation = anOrganisation();
        var open = anOpenPosting(organisation);

        // When
        var withdrawn = as(Tokens.hr(organisation))
                .header("If-Match", open.etag())
                .body(Map.of("reason", "Poste pourvu en interne"))
                .delete("/postings/" + open.id() + "/publication");

        // Then
        withdrawn.then().statusCode(204);
        publicView(open.id())
                .then()
                .statusCode(410)
                .body("type", equalTo("urn:appel:problem:posting-withdrawn"))
                .body("reason", equalTo("Poste pourvu en interne"))
                .body("organisation", equalTo(organisation))
                .body("id", equalTo(open.id().toString()));
        var event = Topics.await(
                "postings",
                each -> open.id().toString().equals(each.key())
                        && Topics.type(each).equals("org.appel.PostingWithdrawn.v1"));
        Contracts.assertValid("org.appel.PostingWithdrawn.v1", Topics.text(event));
    }

    @Test
    void withdrawing_without_a_reason_is_refused() {
        // Given
        var organisation = anOrganisation();
        var open = anOpenPosting(organisation);

        // When
        var refused = as(Tokens.hr(organisation))
                .header("If-Match", open.etag())
                .body(Map.of("reason", " "))
                .delete("/postings/" + open.id() + "/publication");

        // Then
        refused.then().statusCode(422).body("errors.pointer", contains("/reason"));
    }

    @Test
    void an_extension_makes_a_new_version_of_the_deadline_and_is_told() {
        // Given
        var organisation = anOrganisation();
        var open = anOpenPosting(organisation);
        var later = LocalDate.now(ZoneOffset.UTC).plusDays(60);

        // When
        var extended = as(Tokens.hr(organisation))
                .header("If-Match", open.etag())
                .body(HiringDesk.until(later))
                .put("/postings/" + open.id() + "/deadline");

        // Then
        extended.then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("closesAt", equalTo(later.plusDays(1) + "T00:00:00Z"));
        var event = Topics.await(
                "postings",
                each -> open.id().toString().equals(each.key())
                        && Topics.text(each).contains("\"change\":\"deadline-extended\""));
        assertThat(Topics.text(event)).contains("\"deadlineVersion\":2");
    }

    @Test
    void a_deadline_is_moved_neither_nearer_nor_into_the_past() {
        // Given
        var organisation = anOrganisation();
        var open = anOpenPosting(organisation);

        // When
        var nearer = as(Tokens.hr(organisation))
                .header("If-Match", open.etag())
                .body(HiringDesk.until(LocalDate.now(ZoneOffset.UTC).plusDays(3)))
                .put("/postings/" + open.id() + "/deadline");
        var past = as(Tokens.hr(organisation))
                .header("If-Match", open.etag())
                .body(HiringDesk.until(LocalDate.now(ZoneOffset.UTC).minusDays(3)))
                .put("/postings/" + open.id() + "/deadline");

        // Then
        nearer.then().statusCode(422).body("errors.pointer", contains("/date"));
        past.then().statusCode(422).body("errors", hasSize(2));
    }

    @Test
    void a_reference_is_unique_in_its_organisation_and_free_in_others() {
        // Given
        var organisation = anOrganisation();
        draft(aNotice(organisation).with("reference", "R-2025-07"));

        // When
        var same = as(Tokens.hr(organisation))
                .body(aNotice(organisation).with("reference", "R-2025-07").json())
                .post("/postings");
        var elsewhere = draft(aNotice(anOrganisation()).with("reference", "R-2025-07"));

        // Then
        same.then()
                .statusCode(409)
                .body("type", equalTo("urn:appel:problem:reference-taken"))
                .body("errors.pointer", contains("/reference"));
        assertThat(same.jsonPath().getString("detail")).contains("R-2025-07");
        assertThat(elsewhere.body().getString("reference")).isEqualTo("R-2025-07");
    }

    @Test
    void a_body_of_the_wrong_form_is_told_every_fault() {
        // Given
        var organisation = anOrganisation();
        var notice = aNotice(organisation)
                .with("originalLanguage", "xx")
                .with("places", List.of(Map.of("country", "Belgium", "arrangement", "somewhere")))
                .with("start", Map.of("date", "2025-09-01", "asap", true))
                .with("deadline", Map.of("zone", "Europe/Brussel", "date", "2025-08-03"))
                .with("pay", Map.of("from", 1.234, "currency", "XYZZY"))
                .with("salary", 1);

        // When
        var refused = as(Tokens.hr(organisation)).body(notice.json()).post("/postings");

        // Then
        refused.then().statusCode(422).contentType("application/problem+json");
        assertThat(refused.jsonPath().getList("errors.pointer", String.class))
                .containsExactlyInAnyOrder(
                        "/salary",
                        "/originalLanguage",
                        "/places/0/country",
                        "/places/0/arrangement",
                        "/start",
                        "/deadline/zone",
                        "/pay/from",
                        "/pay/currency");
    }

    @Test
    void an_unknown_organisation_is_named() {
        // Given
        var notice = aNotice("nobody");

        // When
        var refused = as(Tokens.admin()).body(notice.json()).post("/postings");

        // Then
        refused.then().statusCode(422).body("errors.pointer", contains("/organisation"));
    }

    @Test
    void drafts_are_listed_page_by_page_newest_first() {
        // Given
        var organisation = anOrganisation();
        var first = draft(organisation);
        var second = draft(organisation);
        var third = draft(organisation);

        // When
        var page = as(Tokens.hr(organisation)).get("/drafts?limit=2");
        var rest = as(Tokens.hr(organisation)).get(page.jsonPath().getString("next"));

        // Then
        page.then()
                .statusCode(200)
                .body("items.id", contains(third.id().toString(), second.id().toString()));
        assertThat(page.header("Link")).contains("rel=\"next\"");
        rest.then()
                .body("items.id", contains(first.id().toString()))
                .body("next", nullValue())
                .body("items[0].version", equalTo(0));
    }
}
