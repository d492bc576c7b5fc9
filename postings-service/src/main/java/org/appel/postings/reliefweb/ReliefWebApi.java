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
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

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

    /** Letters, digits and signs, as a header may have them. */
    private static final Pattern SECRET = Pattern.compile("[!-~]+");

    private final PostingsConfig.ReliefWeb config;
    private final String provider;
    private final String key;
    private final Clock clock;
    private final HttpClient client;

    /** @throws IllegalStateException without a provider and a key that a header can have; it does not say them */
    ReliefWebApi(PostingsConfig.ReliefWeb config, Clock clock) {
        this.config = config;
        this.provider = secret("appel.postings.reliefweb.provider", config.provider());
        this.key = secret("appel.postings.reliefweb.key", config.key());
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .connectTimeout(config.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Sends a document, and waits for the answer as long as is set, whatever ReliefWeb does. */
    ReliefWebAnswer put(JobDocument document) throws InterruptedException {
        var answer = client.sendAsync(
                request(document),
                BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LONGEST_ANSWER));
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

    private HttpRequest request(JobDocument document) {
        try {
            return HttpRequest.newBuilder(address(document))
                    .timeout(config.timeout())
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json")
                    .header("X-RW-POST-API-PROVIDER", provider)
                    .header("X-RW-POST-API-KEY", key)
                    .PUT(BodyPublishers.ofString(document.json()))
                    .build();
        } catch (IllegalArgumentException _) {
            // Not as the cause either: its message quotes the header, and that is the key.
            throw new IllegalStateException("no request can be made: look at appel.postings.reliefweb.url");
        }
    }

    private URI address(JobDocument document) {
        var name = URLEncoder.encode(config.appname(), StandardCharsets.UTF_8);
        return URI.create(config.url() + "/" + document.uuid() + "?appname=" + name);
    }

    /** Only what is said of the document itself is final; the rest is about us, the address or the moment. */
    private ReliefWebAnswer read(HttpResponse<String> response) {
        int status = response.statusCode();
        var words = words(response.body());
        return switch (status) {
            case 400, 413, 422 -> new ReliefWebAnswer.Refused(status, words);
            case 401, 403 -> new ReliefWebAnswer.Denied(status, words);
            case 429 ->
                new ReliefWebAnswer.TooMany(
                        status,
                        words,
                        response.headers()
                                .firstValue("Retry-After")
                                .flatMap(header -> RetryAfter.read(header, clock.instant())));
            default ->
                status / 100 == 2
                        ? new ReliefWebAnswer.Taken(status, words)
                        : new ReliefWebAnswer.Failed(status, words);
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

    private static String secret(String setting, Optional<String> value) {
        var text = value.map(String::strip).orElse("");
        if (!SECRET.matcher(text).matches()) {
            throw new IllegalStateException("appel.postings.reliefweb.enabled needs " + setting
                    + ", of letters, digits and signs without spaces");
        }
        return text;
    }
}
