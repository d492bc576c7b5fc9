package org.appel.postings;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.appel.testing.RealInfrastructure;

import static org.appel.postings.HiringDesk.asAnyone;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructure
class OpenApiTest {

    @ParameterizedTest
    @CsvSource({
        "/postings, get",
        "/postings/{id}, get",
        "/postings/changes, get",
        "/postings/changes/stream, get",
        "/organisations, get",
        "/organisations/{id}, get"
    })
    void what_is_public_asks_for_no_token(String path, String method) {
        // Given
        var description = description();

        // When
        var security = description.getList("paths['" + path + "']." + method + ".security");

        // Then
        assertThat(security).isNullOrEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/postings, post",
        "/postings/{id}, put",
        "/postings/{id}/publication, put",
        "/postings/{id}/publication, delete",
        "/postings/{id}/deadline, put",
        "/postings/{id}/versions, get",
        "/postings/{id}/versions/{version}/differences, get",
        "/postings/{id}/approval, put",
        "/postings/{id}/approval, delete",
        "/postings/import, post",
        "/postings/export, get",
        "/drafts, get",
        "/drafts/{id}, get",
        "/organisations/{id}, put",
        "/organisations/{id}/contacts, get",
        "/boards, post",
        "/boards/me, get",
        "/webhooks, post",
        "/webhooks/{id}/secret, post",
        "/webhooks/{id}/deliveries, get"
    })
    void what_is_not_public_asks_for_a_token(String path, String method) {
        // Given
        var description = description();

        // When
        var security = description.<Map<String, List<String>>>getList("paths['" + path + "']." + method + ".security");

        // Then
        assertThat(security).hasSize(1);
        assertThat(security.getFirst()).containsKey("token");
    }

    @ParameterizedTest
    @CsvSource({
        "/postings, post",
        "/postings/{id}, put",
        "/postings/{id}/publication, put",
        "/postings/{id}/publication, delete",
        "/postings/{id}/deadline, put",
        "/organisations/{id}, put",
        "/boards, post",
        "/boards/{id}, put",
        "/webhooks, post",
        "/webhooks/{id}, put",
        "/webhooks/{id}/redelivery, post"
    })
    void what_takes_a_body_shows_an_example(String path, String method) {
        // Given
        var description = description();

        // When
        var examples = description.<String, Object>getMap(
                "paths['" + path + "']." + method + ".requestBody.content['application/json'].examples");

        // Then
        assertThat(examples).isNotEmpty();
    }

    @Test
    void lines_of_JSON_are_shown_both_ways() {
        // Given
        var description = description();

        // When
        var operation = description.<String, Object>getMap("paths['/postings/import'].post");

        // Then
        assertThat(operation.get("requestBody").toString()).contains("application/jsonl", "examples");
        assertThat(operation.get("responses").toString()).contains("application/jsonl", "ImportLine", "413=");
    }

    @ParameterizedTest
    @CsvSource({
        "/postings/{id}, put",
        "/postings/{id}/publication, put",
        "/postings/{id}/publication, delete",
        "/postings/{id}/approval, put",
        "/postings/{id}/approval, delete",
        "/postings/{id}/deadline, put"
    })
    void what_needs_the_current_revision_says_so(String path, String method) {
        // Given
        var description = description();

        // When
        var operation = description.<String, Object>getMap("paths['" + path + "']." + method);

        // Then
        assertThat(operation.get("parameters").toString()).contains("name=If-Match", "required=true");
        assertThat(operation.get("responses").toString()).contains("412=", "428=");
    }

    @Test
    void the_description_says_what_it_describes() {
        // Given
        var description = description();

        // When
        var title = description.getString("info.title");

        // Then
        assertThat(title).isEqualTo("Appel: postings");
        assertThat(description.getString("openapi")).startsWith("3.1");
    }

    private static JsonPath description() {
        return asAnyone().get("/openapi?format=json").jsonPath();
    }
}
