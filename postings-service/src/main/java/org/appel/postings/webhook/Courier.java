package org.appel.postings.webhook;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import org.jspecify.annotations.Nullable;

import org.appel.postings.config.PostingsConfig;
import org.appel.postings.model.WebhookAnswer;

/**
 * Carries one message to one address that was judged, and back what was answered. It follows no redirect, opens a
 * connection for each message, and waits no longer than it is set to, whatever the other side does meanwhile.
 */
@ApplicationScoped
class Courier {

    /** Bytes of an answer that are taken in, for politeness; what it says is of no meaning. */
    private static final int MOST_OF_ANSWER = 4096;

    private static final int LONGEST_WORDS = 300;

    /** Control characters and halves of pairs. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    private static final String USER_AGENT = "Appel-Webhooks/1";

    private final HttpClient http;
    private final Duration timeout;
    private final Clock clock;

    Courier(Vertx vertx, PostingsConfig config, Clock clock) {
        this.timeout = config.webhooks().timeout();
        this.clock = clock;
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxPoolSize(config.webhooks().hands())
                .setConnectTimeout(Math.toIntExact(timeout.toMillis()))
                .setMaxHeaderSize(2 * MOST_OF_ANSWER));
    }

    /**
     * Blocks until there is an answer, or none.
     *
     * @param limit what is left of the time that an attempt may take
     */
    WebhookAnswer carry(URI url, InetSocketAddress to, Map<String, String> headers, byte[] body, Duration limit) {
        long begun = System.nanoTime();
        var request = new AtomicReference<HttpClientRequest>();
        try {
            var response = ask(url, to, headers, body, request)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(Math.max(1, limit.toMillis()), TimeUnit.MILLISECONDS);
            finish(response, limit.minus(since(begun)));
            return new WebhookAnswer(
                    response.statusCode(), since(begun), comeAgain(response.getHeader(HttpHeaders.RETRY_AFTER)), null);
        } catch (TimeoutException e) {
            return none(begun, "no answer within " + timeout.toMillis() + " ms");
        } catch (ExecutionException e) {
            return none(begun, words(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return none(begun, "the service stopped");
        } catch (RuntimeException e) {
            return none(begun, words(e));
        } finally {
            var made = request.get();
            if (made != null) {
                made.reset();
            }
        }
    }

    private Future<HttpClientResponse> ask(
            URI url,
            InetSocketAddress to,
            Map<String, String> headers,
            byte[] body,
            AtomicReference<HttpClientRequest> made) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url.toString())
                .setServer(SocketAddress.inetSocketAddress(to))
                .setFollowRedirects(false)
                .setTimeout(timeout.toMillis())
                .putHeader(HttpHeaders.USER_AGENT.toString(), USER_AGENT)
                .putHeader(HttpHeaders.CONTENT_TYPE.toString(), "application/json");
        headers.forEach(options::putHeader);
        return http.request(options).compose(request -> {
            made.set(request);
            return request.send(Buffer.buffer(body)).onSuccess(HttpClientResponse::pause);
        });
    }

    /** Takes in a little of the answer, so that an honest server is not cut off in the middle of it. */
    private static void finish(HttpClientResponse response, Duration left) throws InterruptedException {
        var ended = Promise.<Void>promise();
        var taken = new AtomicInteger();
        response.handler(bytes -> {
                    if (taken.addAndGet(bytes.length()) > MOST_OF_ANSWER) {
                        ended.tryComplete();
                    }
                })
                .endHandler(_ -> ended.tryComplete())
                .exceptionHandler(ended::tryFail)
                .resume();
        try {
            ended.future()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(Math.max(1, left.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // The status has told everything.
        }
    }

    /** @see <a href="https://www.rfc-editor.org/rfc/rfc9110#field.retry-after">RFC 9110, 10.2.3</a> */
    private @Nullable Duration comeAgain(@Nullable String field) {
        if (field == null) {
            return null;
        }
        try {
            return field.matches("[0-9]{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(field))
                    : Duration.between(
                            clock.instant(), DateTimeFormatter.RFC_1123_DATE_TIME.parse(field, Instant::from));
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private static WebhookAnswer none(long begun, String problem) {
        return new WebhookAnswer(null, since(begun), null, problem);
    }

    /** Without what the other side may have slipped in and the database cannot keep. */
    static String words(Throwable cause) {
        var said = cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
        var some = said.length() > LONGEST_WORDS ? said.substring(0, LONGEST_WORDS) : said;
        return UNPRINTABLE.matcher(some).replaceAll(" ");
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
