package org.appel.postings.board;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
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
import static org.appel.postings.HiringDesk.asAnyone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@RealInfrastructure
class NegotiationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en | en", "fr-CH, en;q=0.9 | fr", "de, en;q=0.5, fr;q=0.4 | en", "de | fr", "fr;q=0, * | en"})
    void a_reader_gets_the_text_that_suits_best(String header, String language) {
        // Given
        var organisation = anOrganisation();
        var open = anOpenPosting(bilingual(organisation));

        // When
        var posting = asAnyone().header("Accept-Language", header).get("/postings/" + open.id());
        var list = asAnyone().header("Accept-Language", header).get("/postings?organisation=" + organisation);

        // Then
        posting.then()
                .statusCode(200)
                .header("Content-Language", language)
                .header("Vary", containsString("Accept-Language"))
                .body("texts.keySet()", contains(language))
                .body("originalLanguage", equalTo("fr"));
        list.then()
                .header("Content-Language", language)
                .header("Vary", containsString("Accept-Language"))
                .body("items[0].texts.keySet()", contains(language));
    }

    @Test
    void who_names_no_language_or_asks_for_all_texts_gets_all() {
        // Given
        var organisation = anOrganisation();
        var open = anOpenPosting(bilingual(organisation));

        // When
        var silent = HiringDesk.publicView(open.id());
        var any = asAnyone().header("Accept-Language", "*").get("/postings/" + open.id());
        var all = asAnyone().header("Accept-Language", "en").get("/postings/" + open.id() + "?texts=all");
        var list = asAnyone().header("Accept-Language", "en").get("/postings?texts=all&organisation=" + organisation);

        // Then
        silent.then().header("Content-Language", nullValue()).body("texts.keySet()", containsInAnyOrder("fr", "en"));
        any.then().body("texts.keySet()", containsInAnyOrder("fr", "en"));
        all.then().header("ETag", silent.header("ETag")).body("texts.keySet()", containsInAnyOrder("fr", "en"));
        list.then().body("items[0].texts.keySet()", containsInAnyOrder("fr", "en"));
    }

    @Test
    void a_list_names_each_language_that_is_in_it() {
        // Given
        var organisation = anOrganisation();
        anOpenPosting(bilingual(organisation));
        anOpenPosting(aNotice(organisation));

        // When
        var list = asAnyone().header("Accept-Language", "en").get("/postings?organisation=" + organisation);

        // Then
        assertThat(list.header("Content-Language").split(", ")).containsExactlyInAnyOrder("fr", "en");
    }

    @Test
    void the_hiring_team_reads_every_text_so_that_none_is_lost_when_it_writes_back() {
        // Given
        var organisation = anOrganisation();
        var open = anOpenPosting(bilingual(organisation));
        var browser = "en-GB, en;q=0.9";

        // When
        var read = as(Tokens.hr(organisation))
                .header("Accept-Language", browser)
                .header("Accept-Encoding", "gzip, br")
                .get("/postings/" + open.id());
        var written = as(Tokens.hr(organisation))
                .header("If-Match", read.header("ETag"))
                .body(read.asString())
                .put("/postings/" + open.id());

        // Then
        read.then()
                .header("ETag", open.etag())
                .header("Cache-Control", "private, no-cache")
                .header("Vary", containsString("Authorization"))
                .header("Content-Encoding", nullValue());
        written.then().statusCode(200).body("texts.keySet()", containsInAnyOrder("fr", "en"));
        as(Tokens.admin())
                .header("Accept-Language", browser)
                .get("/postings?organisation=" + organisation)
                .then()
                .body("items[0].texts.keySet()", containsInAnyOrder("fr", "en"));
    }

    @Test
    void the_tag_of_a_part_of_a_posting_is_one_that_no_write_accepts() {
        // Given
        var organisation = anOrganisation();
        var open = anOpenPosting(bilingual(organisation));
        var part = asAnyone().header("Accept-Language", "en").get("/postings/" + open.id());
        var ofOthers = as(Tokens.hr("another")).header("Accept-Language", "en").get("/postings/" + open.id());

        // When
        var written = as(Tokens.hr(organisation))
                .header("If-Match", part.header("ETag"))
                .body(part.asString())
                .put("/postings/" + open.id());

        // Then
        written.then().statusCode(412);
        ofOthers.then().body("texts.keySet()", contains("en"));
        assertThat(part.header("ETag")).isNotEqualTo(open.etag());
    }

    @Test
    void another_form_that_is_liked_better_is_given_whether_json_is_kept_or_not() {
        // Given
        var open = anOpenPosting(anOrganisation());
        var address = "/postings/" + open.id();
        var better = "application/json;q=0.1, application/ld+json";

        // When
        var notKept = asAnyone().header("Accept", better).get(address);
        HiringDesk.publicView(open.id()).then().statusCode(200);
        var kept = asAnyone().header("Accept", better).get(address);
        var json = asAnyone()
                .header("Accept", "application/json, application/ld+json;q=0.1")
                .get(address);

        // Then
        notKept.then().statusCode(200).contentType(startsWith("application/ld+json"));
        kept.then().statusCode(200).contentType(startsWith("application/ld+json"));
        json.then().statusCode(200).contentType(startsWith("application/json"));
    }

    private static NoticeJson bilingual(String organisation) {
        return aNotice(organisation)
                .with(
                        "texts",
                        Map.of(
                                "fr", NoticeJson.text("Chargé·e de mission", "Plaidoyer"),
                                "en", NoticeJson.text("Programme officer", "Advocacy")));
    }
}
