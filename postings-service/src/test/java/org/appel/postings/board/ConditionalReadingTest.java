package org.appel.postings.board;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.postings.NoticeJson;
import org.appel.testing.RealInfrastructure;

import static org.appel.postings.HiringDesk.aNotice;
import static org.appel.postings.HiringDesk.anOpenPosting;
import static org.appel.postings.HiringDesk.anOrganisation;
import static org.assertj.core.api.Assertions.assertThat;

/** Answers that clients have already, and answers that are packed: over a client that adds no header of its own. */
@QuarkusTest
@RealInfrastructure
class ConditionalReadingTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TestHTTPResource
    URI service;

    @ParameterizedTest
    @ValueSource(
            strings = {"/postings/{id}", "/postings?organisation={org}", "/postings?organisation={org}&facets=country"})
    void a_client_that_has_it_is_told_so_by_tag_or_by_time(String form) throws Exception {
        // Given
        var path = path(form);
        var settled = settled(path);
        var tag = header(settled, "ETag");
        var time = header(settled, "Last-Modified");
        var before = HttpDate.of(HttpDate.parse(time).minusSeconds(1));

        // When
        var byTag = get(path, "If-None-Match", tag);
        var byWeakTag = get(path, "If-None-Match", "\"x\", W/" + tag);
        var byAny = get(path, "If-None-Match", "*");
        var byTime = get(path, "If-Modified-Since", time);
        var later = get(path, "If-Modified-Since", HttpDate.of(Instant.parse("2199-01-01T00:00:00Z")));
        var earlier = get(path, "If-Modified-Since", before);
        var nonsense = get(path, "If-Modified-Since", "yesterday");
        var otherTag = get(path, "If-None-Match", "\"x\"", "If-Modified-Since", time);
        var tagFirst = get(path, "If-None-Match", tag, "If-Modified-Since", before);

        // Then
        for (var same : new HttpResponse<?>[] {byTag, byWeakTag, byAny, byTime, later, tagFirst}) {
            assertThat(same.statusCode()).isEqualTo(304);
            assertThat(same.headers().firstValue("ETag")).contains(tag);
            assertThat(same.headers().firstValue("Last-Modified")).contains(time);
            assertThat(same.headers().firstValue("Cache-Control"))
                    .get()
                    .asString()
                    .startsWith("public");
            assertThat(same.headers().firstValue("Vary")).get().asString().contains("Accept-Encoding");
            assertThat((byte[]) same.body()).isEmpty();
        }
        for (var other : new HttpResponse<?>[] {earlier, nonsense, otherTag}) {
            assertThat(other.statusCode()).isEqualTo(200);
            assertThat((byte[]) other.body()).isEqualTo(settled.body());
        }
    }

    @Test
    void nothing_that_changes_hides_behind_the_second_in_which_it_did() throws Exception {
        // Given
        var organisation = anOrganisation();
        var path = "/postings?organisation=" + organisation;

        for (int number = 1; number <= 5; number++) {
            var before = get(path);

            // When
            anOpenPosting(organisation);
            var after = get(path, "If-Modified-Since", header(before, "Last-Modified"));

            // Then
            assertThat(after.statusCode()).isEqualTo(200);
            assertThat(new String(after.body()).split("\"state\"")).hasSize(number + 1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'/postings/{id}', gzip",
        "'/postings/{id}', br",
        "'/postings?organisation={org}', gzip",
        "'/postings?organisation={org}', br",
        "'/postings?organisation={org}&facets=country', br"
    })
    void packed_bytes_are_those_of_the_answer_and_have_a_tag_of_their_own(String form, String coding) throws Exception {
        // Given
        var path = path(form);
        var plain = get(path);

        // When
        var packed = get(path, "Accept-Encoding", coding);
        var again = get(path, "Accept-Encoding", coding);
        var had = get(path, "Accept-Encoding", coding, "If-None-Match", header(packed, "ETag"));
        var hadPlain = get(path, "Accept-Encoding", coding, "If-None-Match", header(plain, "ETag"));

        // Then
        assertThat(packed.headers().firstValue("Content-Encoding")).contains(coding);
        assertThat(packed.headers().firstValue("Vary")).get().asString().contains("Accept-Encoding");
        assertThat(packed.body()).hasSizeLessThan(plain.body().length);
        assertThat(unpacked(coding, packed.body())).isEqualTo(plain.body());
        assertThat(again.body()).isEqualTo(packed.body());
        assertThat(header(packed, "ETag")).isNotEqualTo(header(plain, "ETag"));
        assertThat(had.statusCode()).isEqualTo(304);
        assertThat(had.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(hadPlain.statusCode()).isEqualTo(304);
        assertThat(header(hadPlain, "ETag")).isEqualTo(header(plain, "ETag"));
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void breton_as_it_is_and_all_languages_in_brotli_have_different_tags() throws Exception {
        // Given
        var points =
                IntStream.range(0, 40).mapToObj(i -> "Plaidoyer, point " + i).toArray(String[]::new);
        var notice = aNotice(anOrganisation())
                .with(
                        "texts",
                        Map.of("fr", NoticeJson.text("Chargé", points), "br", NoticeJson.text("Karget", points)));
        var path = "/postings/" + anOpenPosting(notice).id();

        // When
        var breton = get(path, "Accept-Language", "br");
        var brotli = get(path, "Accept-Encoding", "br");
        var stale = get(path, "Accept-Encoding", "br", "If-None-Match", header(breton, "ETag"));

        // Then
        assertThat(breton.headers().firstValue("Content-Language")).contains("br");
        assertThat(brotli.headers().firstValue("Content-Encoding")).contains("br");
        assertThat(header(breton, "ETag")).isNotEqualTo(header(brotli, "ETag"));
        assertThat(stale.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "gzip,;", ",", ";q=1", "gzip;"})
    void a_broken_list_of_codings_breaks_nothing(String broken) throws Exception {
        // Given
        var path = path("/postings/{id}");

        // When
        var answer = get(path, "Accept-Encoding", broken);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void few_bytes_are_not_packed() throws Exception {
        // Given
        var path = "/postings?organisation=" + anOrganisation();

        // When
        var empty = get(path, "Accept-Encoding", "gzip, br");

        // Then
        assertThat(empty.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(new String(empty.body())).isEqualTo("{\"items\":[],\"next\":null}");
    }

    private String path(String form) {
        var organisation = anOrganisation();
        var items = IntStream.range(0, 40).mapToObj(i -> "Plaidoyer auprès de l’Union européenne, point " + i);
        var open = anOpenPosting(aNotice(organisation)
                .titled("Chargé·e de mission, défense des droits humains", items.toArray(String[]::new)));
        IntStream.range(0, 3).forEach(_ -> anOpenPosting(organisation));
        return form.replace("{id}", open.id().toString()).replace("{org}", organisation);
    }

    /** The answer once its last change lies so far back that its very second is told. */
    private HttpResponse<byte[]> settled(String path) {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> get(path), answer -> HttpDate.parse(
                        header(answer, "Last-Modified"))
                .isBefore(HttpDate.parse(header(answer, "Date")).minusSeconds(4)));
    }

    private static byte[] unpacked(String coding, byte[] packed) throws IOException {
        var in = new ByteArrayInputStream(packed);
        return coding.equals("gzip")
                ? new GZIPInputStream(in).readAllBytes()
                : new BrotliInputStream(in).readAllBytes();
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
