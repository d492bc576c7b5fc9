package org.appel.applications;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Talks to the service under test as a front end does. */
public final class Client {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private Client() {}

    /** An answer, as bytes, text or JSON. */
    public record Answer(int status, HttpResponse<byte[]> response) {
        public byte[] bytes() {
            return response.body();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new IllegalStateException(text(), e);
            }
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The slug of the problem's type. */
        public String problem() {
            return json().path("type").asText().replace("urn:appel:problem:", "");
        }

        public UUID id() {
            return UUID.fromString(json().path("id").asText());
        }

        @Override
        public String toString() {
            return status + " " + text();
        }
    }

    /** Sends the form with a fresh idempotency key. */
    public static Answer apply(UUID posting, Form form) {
        return apply(posting, form, "\"" + UUID.randomUUID() + "\"");
    }

    public static Answer apply(UUID posting, Form form, @Nullable String idempotencyKey) {
        var request = HttpRequest.newBuilder(uri("/postings/" + posting + "/applications"))
                .header("Content-Type", form.contentType())
                .POST(BodyPublishers.ofByteArray(form.bytes()));
        return send(idempotencyKey == null ? request : request.header("Idempotency-Key", idempotencyKey));
    }

    public static Answer get(String path, @Nullable String token, String... headers) {
        return send(with(HttpRequest.newBuilder(uri(path)).GET(), token, headers));
    }

    public static Answer delete(String path, @Nullable String token, String... headers) {
        return send(with(HttpRequest.newBuilder(uri(path)).DELETE(), token, headers));
    }

    /** Any request, with a body of any type. */
    public static Answer request(String method, String path, String type, byte[] body, String... headers) {
        var request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofByteArray(body));
        return send(with(request, null, headers));
    }

    public static Answer post(String path, @Nullable String token, String json, String... headers) {
        var request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
        return send(with(request, token, headers));
    }

    public static Answer put(String path, @Nullable String token, String json, String... headers) {
        var request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json));
        return send(with(request, token, headers));
    }

    /** Tells of the posting and waits until the service has read it. */
    public static UUID open(PostingFixture posting) {
        posting.publish();
        Awaitility.await("posting known")
                .until(() -> get("/postings/" + posting.id() + "/form", null).status() != 404);
        return posting.id();
    }

    public static URI uri(String path) {
        var port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        return URI.create("http://localhost:" + port + path);
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(text, e);
        }
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, @Nullable String token, String... headers) {
        var authorised = token == null ? request : request.header("Authorization", "Bearer " + token);
        return headers.length == 0 ? authorised : authorised.headers(headers);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
