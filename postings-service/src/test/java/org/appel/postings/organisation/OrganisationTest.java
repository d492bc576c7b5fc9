package org.appel.postings.organisation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;

import static org.appel.postings.HiringDesk.anOrganisation;
import static org.appel.postings.HiringDesk.as;
import static org.appel.postings.HiringDesk.asAnyone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@RealInfrastructure
class OrganisationTest {

    private static final Map<String, Object> OMCT = Map.of(
            "name", "Organisation mondiale contre la torture (OMCT)",
            "names", Map.of("en", "World Organisation Against Torture (OMCT)"),
            "language", "fr",
            "hrAddresses", List.of("recrutement@omct.example"),
            "country", "CH",
            "zone", "Europe/Zurich");

    @Test
    void everybody_may_read_an_organisation_but_not_its_addresses() {
        // Given
        as(Tokens.admin()).body(OMCT).put("/organisations/omct-read").then().statusCode(201);

        // When
        var organisation = asAnyone().get("/organisations/omct-read");

        // Then
        organisation
                .then()
                .statusCode(200)
                .body("name", equalTo(OMCT.get("name")))
                .body("names.en", equalTo("World Organisation Against Torture (OMCT)"))
                .body("zone", equalTo("Europe/Zurich"));
        assertThat(organisation.asString()).doesNotContain("recrutement");
        assertThat(asAnyone().get("/organisations?limit=100").asString())
                .contains("omct-read")
                .doesNotContain("recrutement");
    }

    @Test
    void a_known_organisation_is_replaced_by_who_has_seen_it() {
        // Given
        var added = as(Tokens.admin()).body(OMCT).put("/organisations/omct-replaced");
        var changed = new HashMap<>(OMCT);
        changed.put("name", "OMCT");

        // When
        var unseen = as(Tokens.admin()).body(changed).put("/organisations/omct-replaced");
        var seen = as(Tokens.admin())
                .header("If-Match", added.header("ETag"))
                .body(changed)
                .put("/organisations/omct-replaced");

        // Then
        unseen.then().statusCode(428);
        seen.then().statusCode(200).body("name", equalTo("OMCT"));
    }

    @Test
    void what_a_body_does_not_speak_of_stays_and_null_takes_it_away() {
        // Given
        var whole = new HashMap<>(OMCT);
        whole.put("approval", "second-person");
        whole.put("website", "https://www.omct.example");
        whole.put("logo", "https://www.omct.example/logo.png");
        whole.put("boards", Map.of("reliefwebSource", 1503));
        as(Tokens.admin()).body(whole).put("/organisations/omct-kept").then().statusCode(201);
        var silent = new HashMap<>(OMCT);
        silent.remove("names");
        var empty = new HashMap<>(silent);
        List.of("names", "approval", "website", "logo", "boards").forEach(each -> empty.put(each, null));

        // When
        var kept = as(Tokens.admin()).body(silent).put("/organisations/omct-kept");
        var taken = as(Tokens.admin())
                .header("If-Match", kept.header("ETag"))
                .body(empty)
                .put("/organisations/omct-kept");

        // Then
        kept.then()
                .statusCode(200)
                .body("names.en", equalTo("World Organisation Against Torture (OMCT)"))
                .body("approval", equalTo("second-person"))
                .body("website", equalTo("https://www.omct.example"))
                .body("logo", equalTo("https://www.omct.example/logo.png"))
                .body("boards.reliefwebSource", equalTo(1503));
        taken.then()
                .statusCode(200)
                .body("names", anEmptyMap())
                .body("approval", equalTo("none"))
                .body("website", nullValue())
                .body("logo", nullValue())
                .body("boards.reliefwebSource", nullValue());
    }

    @Test
    void writing_the_same_again_changes_nothing() {
        // Given
        var added = as(Tokens.admin()).body(OMCT).put("/organisations/omct-same");

        // When
        var again = as(Tokens.admin()).body(OMCT).put("/organisations/omct-same");

        // Then
        again.then().statusCode(200).header("ETag", added.header("ETag"));
    }

    @Test
    void only_administrators_write_organisations() {
        // Given
        var path = "/organisations/omct-forbidden";

        // When
        var byHr = as(Tokens.hr("omct-forbidden")).body(OMCT).put(path);
        var byNobody = asAnyone().contentType("application/json").body(OMCT).put(path);

        // Then
        byHr.then().statusCode(403);
        byNobody.then().statusCode(401);
        asAnyone().get(path).then().statusCode(404).body("type", equalTo("urn:appel:problem:unknown-organisation"));
    }

    @Test
    void every_fault_of_an_organisation_is_named() {
        // Given
        var body = Map.of(
                "name",
                " ",
                "language",
                "french",
                "hrAddresses",
                List.of("nobody"),
                "zone",
                "Europe/Bern",
                "approval",
                "always",
                "x",
                1);

        // When
        var refused = as(Tokens.admin()).body(body).put("/organisations/omct-faulty");

        // Then
        refused.then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/x", "/name", "/language", "/hrAddresses/0", "/country", "/zone", "/approval"));
    }

    @Test
    void addresses_are_for_other_services_and_the_team_itself() {
        // Given
        var organisation = anOrganisation();

        // When
        var contacts = as(Tokens.service()).get("/organisations/" + organisation + "/contacts");

        // Then
        contacts.then()
                .statusCode(200)
                .body("organisation", equalTo(organisation))
                .body("language", equalTo("fr"))
                .body("hrAddresses", contains("rh@" + organisation + ".example"))
                .body("revision", equalTo(0));
        as(Tokens.hr(organisation))
                .get("/organisations/" + organisation + "/contacts")
                .then()
                .statusCode(200);
        as(Tokens.hr("another"))
                .get("/organisations/" + organisation + "/contacts")
                .then()
                .statusCode(404);
        as(Tokens.board())
                .get("/organisations/" + organisation + "/contacts")
                .then()
                .statusCode(403);
        asAnyone().get("/organisations/" + organisation + "/contacts").then().statusCode(401);
    }

    @Test
    void organisations_are_listed_page_by_page() {
        // Given
        anOrganisation();
        anOrganisation();

        // When
        var page = asAnyone().get("/organisations?limit=1");

        // Then
        page.then().statusCode(200).body("items.size()", equalTo(1));
        asAnyone().get(page.jsonPath().getString("next")).then().statusCode(200).body("items.size()", equalTo(1));
    }
}
