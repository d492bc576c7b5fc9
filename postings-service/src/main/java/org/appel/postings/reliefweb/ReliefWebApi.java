package org.appel.postings.reliefweb;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.appel.postings.config.PostingsConfig;

/**
 * ReliefWeb's interface for those who post: a document is put under its name.
 *
 * @see <a href="https://github.com/UN-OCHA/rwint9-site/tree/main/html/modules/custom/reliefweb_post_api">ReliefWeb: Post
 *     API</a>
 */
final class ReliefWebApi implements AutoCloseable {

    private static final int LONGEST_ANSWER = 100_000;
    private static final int KEPT = 2000;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REQUEST_TIMEOUT = 408;

    private final PostingsConfig.ReliefWeb config;
    private final String provider;
    private final String key;
    private final Clock clock;
    private final HttpClient client;

    /** @throws IllegalStateException without a provider and a key */
    ReliefWebApi(PostingsConfig.ReliefWeb config, Clock clock) {
        this.config = config;
        this.provider = config.provider().filter(text -> !text.isBlank()).orElseThrow(ReliefWebApi::unknown);
        this.key = config.key().filter(text -> !text.isBlank()).orElseThrow(ReliefWebApi::unknown);
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .connectTimeout(config.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Sends a document, and waits for the answer as long as is set, whatever ReliefWeb does. */
    ReliefWebAnswer put(JobDocument document) throws InterruptedException {
        var request = HttpRequest.newBuilder(address(document))
                .timeout(config.timeout())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("X-RW-POST-API-PROVIDER", provider)
                .header("X-RW-POST-API-KEY", key)
                .PUT(BodyPublishers.ofString(document.json()))
                .build();
        var answer = client.sendAsync(
                request, BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LONGEST_ANSWER));
        try {
            return read(answer.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new ReliefWebAnswer.Failed(null, "no answer within " + config.timeout());
        } catch (ExecutionException e) {
            return new ReliefWebAnswer.Failed(null, words(reason(e.getCause())));
        } catch (CancellationException e) {
            return new ReliefWebAnswer.Failed(null, "cancelled");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private URI address(JobDocument document) {
        var name = URLEncoder.encode(config.appname(), StandardCharsets.UTF_8);
        return URI.create(config.url() + "/" + document.uuid() + "?appname=" + name);
    }

    private ReliefWebAnswer read(HttpResponse<String> response) {
        int status = response.statusCode();
        var words = words(response.body());
        return switch (status / 100) {
            case 2 -> new ReliefWebAnswer.Taken(status, words);
            case 5 -> new ReliefWebAnswer.Failed(status, words);
            default ->
                switch (status) {
                    case TOO_MANY_REQUESTS ->
                        new ReliefWebAnswer.TooMany(
                                status,
                                words,
                                response.headers()
                                        .firstValue("Retry-After")
                                        .flatMap(header -> RetryAfter.read(header, clock.instant())));
                    case REQUEST_TIMEOUT -> new ReliefWebAnswer.Failed(status, words);
                    default -> new ReliefWebAnswer.Refused(status, words);
                };
        };
    }

    /** As much as is kept, without what nobody may see and what no column takes. */
    private String words(String text) {
        var shown = text.replace(key, "…").replace("\0", "");
        return shown.length() <= KEPT ? shown : shown.substring(0, KEPT);
    }

    private static String reason(Throwable cause) {
        return cause instanceof IOException ? cause.toString() : "fault: " + cause;
    }

    private static IllegalStateException unknown() {
        return new IllegalStateException(
                "appel.postings.reliefweb.enabled needs appel.postings.reliefweb.provider and appel.postings.reliefweb.key");
    }
}
