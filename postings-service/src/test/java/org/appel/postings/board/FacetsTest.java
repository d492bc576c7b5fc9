package org.appel.postings.board;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.appel.testing.RealInfrastructure;

import static org.appel.postings.HiringDesk.aNotice;
import static org.appel.postings.HiringDesk.anOpenPosting;
import static org.appel.postings.HiringDesk.anOrganisation;
import static org.appel.postings.HiringDesk.asAnyone;
import static org.appel.postings.HiringDesk.draft;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@RealInfrastructure
class FacetsTest {

    @Test
    void each_facet_counts_all_pages_most_frequent_first() {
        // Given
        var organisation = anOrganisation();
        posting(organisation, "BE", "fixed-term", "fr");
        posting(organisation, "BE", "permanent", "en");
        posting(organisation, "CH", "fixed-term", "fr");
        draft(organisation);

        // When
        var page = asAnyone()
                .get("/postings?limit=1&facets=organisation,country,contract,language&organisation=" + organisation);

        // Then
        page.then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("total", equalTo(3))
                .body("facets.organisation.find { it.value == '" + organisation + "' }.count", equalTo(3))
                .body("facets.country.value", contains("BE", "CH"))
                .body("facets.country.count", contains(2, 1))
                .body("facets.contract.value", contains("fixed-term", "permanent"))
                .body("facets.language.value", contains("fr", "en"))
                .body("facets.language.count", contains(2, 1));
    }

    @Test
    void a_facet_leaves_its_own_filter_aside_so_that_it_shows_what_else_there_is() {
        // Given
        var organisation = anOrganisation();
        posting(organisation, "BE", "fixed-term", "fr");
        posting(organisation, "BE", "permanent", "fr");
        posting(organisation, "CH", "fixed-term", "fr");

        // When
        var page = asAnyone()
                .get("/postings?country=BE&contract=fixed-term&facets=country,contract&organisation=" + organisation);

        // Then
        page.then()
                .body("total", equalTo(1))
                .body("items", hasSize(1))
                .body("facets", aMapWithSize(2))
                .body("facets.country.value", contains("BE", "CH"))
                .body("facets.country.count", contains(1, 1))
                .body("facets.contract.value", contains("fixed-term", "permanent"))
                .body("facets.contract.count", contains(1, 1));
    }

    @Test
    void facets_heed_words_and_every_other_filter() {
        // Given
        var organisation = anOrganisation();
        posting(organisation, "BE", "fixed-term", "fr");

        // When
        var found = asAnyone()
                .get("/postings?q=espace civique&minWorkload=80&city=bruxelles&closesBefore=2999-01-01"
                        + "&facets=contract&facets=language&organisation=" + organisation);
        var nothing = asAnyone().get("/postings?q=plombier&facets=contract&organisation=" + organisation);

        // Then
        found.then()
                .body("total", equalTo(1))
                .body("facets.contract.value", contains("fixed-term"))
                .body("facets.language.value", contains("fr"));
        nothing.then().body("total", equalTo(0)).body("facets.contract", empty());
    }

    @Test
    void nothing_is_counted_unless_it_is_asked_for() {
        // Given
        var organisation = anOrganisation();

        // When
        var page = asAnyone().get("/postings?organisation=" + organisation);

        // Then
        page.then().body("$", not(hasKey("total"))).body("$", not(hasKey("facets")));
    }

    @Test
    void several_values_of_a_filter_let_through_what_has_one_of_them() {
        // Given
        var organisation = anOrganisation();
        posting(organisation, "BE", "fixed-term", "fr");
        posting(organisation, "CH", "permanent", "en");
        posting(organisation, "TN", "internship", "ar");

        // When
        var page = asAnyone()
                .get("/postings?sort=deadline&country=BE&country=CH&contract=permanent&contract=fixed-term"
                        + "&language=fr&language=en&organisation=other&organisation=" + organisation);

        // Then
        page.then().body("items", hasSize(2));
    }

    @Test
    void what_cannot_be_counted_by_is_refused() {
        // Given
        var query = "/postings?facets=country,salary&state=closed&texts=fr&country=Belgium&country=BE";

        // When
        var refused = asAnyone().get(query);

        // Then
        refused.then().statusCode(400).body("errors.pointer", contains("/state", "/facets", "/texts", "/country"));
    }

    private static void posting(String organisation, String country, String contract, String language) {
        anOpenPosting(aNotice(organisation)
                .with("places", List.of(Map.of("city", "Bruxelles", "country", country)))
                .with(
                        "contract",
                        contract.equals("fixed-term")
                                ? Map.of("type", contract, "months", 12)
                                : Map.of("type", contract))
                .with("languages", List.of(Map.of("code", language, "need", "required"))));
    }
}
