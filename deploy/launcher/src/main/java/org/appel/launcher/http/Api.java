package org.appel.launcher.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * One service's API as one person uses it.
 *
 * @param base for example {@code http://127.0.0.1:8081}
 * @param token the bearer token, empty for the public
 */
public record Api(URI base, String token) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIME_LIMIT = Duration.ofSeconds(30);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** The same API as the public sees it. */
    public Api anonymous() {
        return new Api(base, "");
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    public Answer post(String path, JsonNode body) {
        return send("POST", path, json(body), Map.of());
    }

    public Answer post(String path, JsonNode body, Map<String, String> headers) {
        return send("POST", path, json(body), headers);
    }

    public Answer put(String path, JsonNode body, Map<String, String> headers) {
        return send("PUT", path, json(body), headers);
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody(), Map.of());
    }

    /** A DELETE that says why, as the withdrawal of a posting does. */
    public Answer delete(String path, JsonNode body, Map<String, String> headers) {
        return send("DELETE", path, json(body), headers);
    }

    /** Sends what {@link Multipart} made, with the headers. */
    public Answer post(String path, Multipart body, Map<String, String> headers) {
        return request("POST", path, body.publisher(), headers, body.contentType());
    }

    private Answer send(String method, String path, BodyPublisher body, Map<String, String> headers) {
        return request(method, path, body, headers, "application/json");
    }

    private Answer request(
            String method, String path, BodyPublisher body, Map<String, String> headers, String contentType) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(TIME_LIMIT)
                .header("Accept", "application/json, */*;q=0.5")
                .header("Content-Type", contentType)
                .method(method, body);
        headers.forEach(request::header);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UnexpectedAnswer("%s %s was not answered".formatted(method, base.resolve(path)), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnexpectedAnswer("%s %s was interrupted".formatted(method, path), e);
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), tree(response.body()), response.body());
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static BodyPublisher json(JsonNode body) {
        return BodyPublishers.ofString(body.toString());
    }

    @Override
    public String toString() {
        return "Api[" + base + "]";
    }
}
