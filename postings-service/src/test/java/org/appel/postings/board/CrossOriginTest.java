package org.appel.postings.board;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;

import static org.appel.postings.HiringDesk.anOpenPosting;
import static org.appel.postings.HiringDesk.anOrganisation;
import static org.appel.postings.HiringDesk.as;
import static org.appel.postings.HiringDesk.asAnyone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@RealInfrastructure
class CrossOriginTest {

    private static final String ALLOWED = "Access-Control-Allow-Origin";

    @Test
    void scripts_of_every_origin_read_what_is_public_and_the_headers_that_matter() {
        // Given
        var open = anOpenPosting(anOrganisation());

        // When
        var posting = asAnyone().header("Origin", "https://board.example").get("/postings/" + open.id());
        var kept = asAnyone().header("Origin", "https://board.example").get("/postings/" + open.id());
        var unknown = asAnyone().header("Origin", "https://board.example").get("/postings/x");

        // Then
        for (var answer : new Response[] {posting, kept, unknown}) {
            answer.then().header(ALLOWED, "*").header("Access-Control-Allow-Credentials", nullValue());
            assertThat(answer.header("Access-Control-Expose-Headers"))
                    .contains("ETag", "Last-Modified", "Link", "Content-Language", "Retry-After", "RateLimit");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "https://board.example | GET | /postings | none | 204 | *",
                "https://board.example | GET | /postings/x | If-None-Match, accept-language | 204 | *",
                "https://board.example | HEAD | /organisations | none | 204 | *",
                "https://board.example | GET | /postings | Authorization | 403 | none",
                "https://board.example | PUT | /postings/x | content-type | 403 | none",
                "https://board.example | GE(T | /postings | none | 403 | none",
                "https://board.example | * * | /postings | none | 403 | none",
                "https://board.example | GET | /drafts | none | 403 | none",
                "https://board.example | GET | /postingsx | none | 403 | none",
                "null | DELETE | /postings/x/publication | none | 403 | none",
                "https://hr.example | PUT | /postings/x | authorization,content-type,if-match | 204 | https://hr.example",
                "https://hr.example | GET | /drafts | authorization | 204 | https://hr.example",
                "https://hr.example.evil | PUT | /postings/x | authorization | 403 | none",
                "http://hr.example | PUT | /postings/x | authorization | 403 | none"
            })
    void a_preflight_says_what_an_origin_may_do(
            String origin, String method, String path, String headers, int status, String allowed) {
        // Given
        var request = asAnyone().header("Origin", origin).header("Access-Control-Request-Method", method);
        if (headers != null) {
            request.header("Access-Control-Request-Headers", headers);
        }

        // When
        var preflight = request.options(path);

        // Then
        preflight.then().statusCode(status).header(ALLOWED, equalTo(allowed));
        assertThat(preflight.header("Vary")).contains("Origin");
    }

    @Test
    void an_origin_that_the_operator_names_reads_and_writes_with_its_token() {
        // Given
        var organisation = anOrganisation();

        // When
        var drafts = as(Tokens.hr(organisation))
                .header("Origin", "https://hr.example")
                .get("/drafts");
        var foreign = as(Tokens.hr(organisation))
                .header("Origin", "https://other.example")
                .get("/drafts");

        // Then
        drafts.then().statusCode(200).header(ALLOWED, "https://hr.example").header("Vary", containsString("rigin"));
        foreign.then().header(ALLOWED, nullValue());
    }

    @Test
    void what_operators_see_is_not_for_scripts() {
        // Given
        var origin = "https://board.example";

        // When
        var metrics = asAnyone().header("Origin", origin).get("/metrics");

        // Then
        metrics.then().statusCode(200).header(ALLOWED, nullValue());
    }

    @Test
    void a_question_for_options_that_is_no_preflight_is_answered_as_before() {
        // Given
        var request = asAnyone();

        // When
        var options = request.options("/postings");

        // Then
        assertThat(options.header("Allow")).contains("GET");
    }
}
