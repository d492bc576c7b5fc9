package org.appel.notification.letters;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.appel.notification.RunningService;
import org.appel.testing.Tokens;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@RunningService
class TemplatesResourceTest {

    @Test
    void every_template_is_listed_with_its_languages() {
        // When
        var answer = given().auth().oauth2(Tokens.hr("omct")).get("/templates");

        // Then
        answer.then()
                .statusCode(200)
                .body("items.name", hasItems("acknowledgement", "hr-notice", "hr-summary"))
                .body("items[0].languages", hasItems("fr", "en"));
    }

    @Test
    void a_preview_is_the_letter_in_the_language_and_form_that_was_asked_for() {
        // When
        var html = given().auth().oauth2(Tokens.ops()).get("/templates/acknowledgement/preview");
        var text = given().auth().oauth2(Tokens.ops()).get("/templates/hr-summary/preview?language=en&part=text");

        // Then
        html.then()
                .statusCode(200)
                .contentType(equalTo("text/html;charset=UTF-8"))
                .header("Content-Language", "fr")
                .body(containsString("Camille Exemple"));
        text.then()
                .statusCode(200)
                .contentType(equalTo("text/plain;charset=UTF-8"))
                .body(containsString("12 applications"))
                .body(not(containsString("<")));
    }

    @Test
    void every_variant_has_its_preview() {
        // Given
        var token = Tokens.hr("omct");
        var templates = given().auth().oauth2(token).get("/templates");

        // When
        var late = given().auth().oauth2(token).get("/templates/mail-answer/preview?variant=late&part=text");
        var alone = given().auth().oauth2(token).get("/templates/acknowledgement/preview?variant=address-only");

        // Then
        templates
                .then()
                .body("items.find { it.name == 'acknowledgement' }.variants", hasItems("standard", "address-only"))
                .body("items.find { it.name == 'mail-answer' }.variants", hasItems("unknown-vacancy", "answered-by-hr"))
                .body("items.name", hasItems("withdrawal", "access-link", "retention-notice", "webhook-disabled"));
        late.then().statusCode(200).body(containsString("après la fin du délai"));
        alone.then().statusCode(200).body(not(containsString("Camille Exemple")));
    }

    @Test
    void an_unknown_template_language_or_part_is_refused() {
        // When
        var token = Tokens.admin();

        // Then
        given().auth()
                .oauth2(token)
                .get("/templates/invoice/preview")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:appel:problem:unknown-template"));
        given().auth()
                .oauth2(token)
                .get("/templates/hr-notice/preview?language=de")
                .then()
                .statusCode(400)
                .body("detail", containsString("fr, en"));
        given().auth()
                .oauth2(token)
                .get("/templates/mail-answer/preview?variant=angry")
                .then()
                .statusCode(400)
                .body("detail", containsString("late, unknown-vacancy"));
        given().auth()
                .oauth2(token)
                .get("/templates/hr-notice/preview?part=pdf")
                .then()
                .statusCode(400);
    }
}
