package org.appel.postings.authoring;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.appel.postings.HiringDesk.Kept;
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
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

/** What HR sees of versions beside what they say: differences, and disagreements that somebody found to be none. */
@QuarkusTest
@RealInfrastructure
class VersionDifferencesTest {

    @Test
    void an_amendment_shows_what_it_changed() {
        // Given
        var organisation = anOrganisation();
        var notice = aNotice(organisation).titled("Juriste", "Planifier", "Entre 2 et 5 ans");
        var open = anOpenPosting(notice);
        amend(open, notice.titled("Juriste", "Planifier", "Entre 3 et 5 ans").with("workloadPercent", 100))
                .then()
                .statusCode(200);

        // When
        var differences = differences(organisation, open, "2/differences");

        // Then
        differences
                .then()
                .statusCode(200)
                .body("from", equalTo(1))
                .body("version", equalTo(2))
                .body("differences.pointer", contains("/texts/fr/sections/0/items/1", "/workloadPercent"))
                .body("differences.change", contains("replaced", "replaced"))
                .body(
                        "differences[0].words",
                        equalTo(List.of(
                                Map.of("kept", "Entre "),
                                Map.of("removed", "2"),
                                Map.of("added", "3"),
                                Map.of("kept", " et 5 ans"))))
                .body("differences[1].before", equalTo(80))
                .body("differences[1].after", equalTo(100));
        differences(organisation, open, "1/differences?from=2").then().body("differences[1].before", equalTo(100));
        differences(organisation, open, "2/differences?from=2").then().body("differences", empty());
    }

    @Test
    void there_is_nothing_before_the_first_version_nor_after_the_last() {
        // Given
        var organisation = anOrganisation();
        var open = anOpenPosting(organisation);

        // When
        var first = differences(organisation, open, "1/differences");

        // Then
        first.then().statusCode(404).body("type", equalTo("urn:appel:problem:unknown-version"));
        differences(organisation, open, "2/differences").then().statusCode(404);
        differences(organisation, open, "1/differences?from=x")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/from"));
    }

    @Test
    void languages_that_disagree_keep_a_draft_from_being_published_until_somebody_confirms() {
        // Given
        var organisation = anOrganisation();
        var draft = draft(inTwoLanguages(organisation, "Pour 12 mois", "For 13 months"));
        var thirteen = says("13 months");

        // When
        var refused = publish(organisation, draft);
        var elsewhere = publish(organisation, draft, "/texts/en/sections/0/heading " + thirteen);
        var otherwise = publish(organisation, draft, "/texts/en/sections/0/items/0 says something else");
        var silent = publish(organisation, draft, "/texts/en/sections/0/items/0");
        var open = publish(organisation, draft, "/texts/en/sections/0/items/0 " + thirteen);

        // Then
        refused.then()
                .statusCode(422)
                .body("type", equalTo("urn:appel:problem:not-publishable"))
                .body("errors.pointer", contains("/texts/en/sections/0/items/0"))
                .body("errors.detail", contains(thirteen));
        elsewhere.then().statusCode(422);
        otherwise.then().statusCode(422);
        silent.then().statusCode(400).body("errors.pointer", contains("/confirm"));
        open.then().statusCode(200).body("state", equalTo("open"));
        as(Tokens.hr(organisation))
                .get("/postings/" + draft.id() + "/versions/1")
                .then()
                .body("confirmedDisagreements.pointer", contains("/texts/en/sections/0/items/0"))
                .body("confirmedDisagreements.by", contains("hr@" + organisation));
    }

    @Test
    void a_confirmation_holds_for_its_words_alone() {
        // Given
        var organisation = anOrganisation();
        var draft = draft(inTwoLanguages(organisation, "Pour 12 mois", "For 13 months"));
        var open = Kept.of(publish(organisation, draft, "/texts/en/sections/0/items/0 " + says("13 months")));
        var sameWords = Kept.of(amend(
                open,
                inTwoLanguages(organisation, "Pour 12 mois", "For 13 months").with("workloadPercent", 90)));

        // When
        var otherWords = amend(sameWords, inTwoLanguages(organisation, "Pour 12 mois", "For 14 months"));

        // Then
        assertThat(sameWords.body().getInt("version")).isEqualTo(2);
        otherWords.then().statusCode(422).body("errors.pointer", contains("/texts/en/sections/0/items/0"));
        as(Tokens.hr(organisation))
                .header("If-Match", sameWords.etag())
                .queryParam("confirm", "/texts/en/sections/0/items/0 " + says("14 months"))
                .body(inTwoLanguages(organisation, "Pour 12 mois", "For 14 months")
                        .json())
                .put("/postings/" + open.id())
                .then()
                .statusCode(200)
                .body("version", equalTo(3));
    }

    private static NoticeJson inTwoLanguages(String organisation, String french, String english) {
        return aNotice(organisation)
                .with(
                        "texts",
                        Map.of("fr", NoticeJson.text("Juriste", french), "en", NoticeJson.text("Lawyer", english)));
    }

    private static String says(String months) {
        return "says “" + months + "” where the original (fr) says “12 mois”";
    }

    private static Response publish(String organisation, Kept draft, String... confirm) {
        return as(Tokens.hr(organisation))
                .header("If-Match", draft.etag())
                .queryParam("confirm", (Object[]) confirm)
                .put("/postings/" + draft.id() + "/publication");
    }

    private static Response amend(Kept open, NoticeJson notice) {
        return as(Tokens.hr(notice.organisation()))
                .header("If-Match", open.etag())
                .body(notice.json())
                .put("/postings/" + open.id());
    }

    private static Response differences(String organisation, Kept open, String path) {
        return as(Tokens.hr(organisation)).get("/postings/" + open.id() + "/versions/" + path);
    }
}
