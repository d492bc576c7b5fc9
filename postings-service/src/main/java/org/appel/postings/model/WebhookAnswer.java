package org.appel.postings.model;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What came of an attempt to call a webhook.
 *
 * @param status of the answer; null when there was none
 * @param took from the beginning of the attempt to its end
 * @param comeAgain what the answer asked for; null when it asked for nothing
 * @param problem why there was no answer; null when there was one
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
 *     Webhooks</a>
 */
public record WebhookAnswer(
        @Nullable Integer status,
        Duration took,
        @Nullable Duration comeAgain,
        @Nullable String problem) {

    /** What is to be done. */
    public enum Verdict {
        /** It has the message: 2xx, nothing else. */
        DELIVERED,
        /** It wants no message ever again. */
        GONE,
        /** It is overloaded: no message at all for a while. */
        OVERLOADED,
        /** Another attempt later; a redirect, too, is one. */
        FAILED
    }

    public Verdict verdict() {
        return switch (status) {
            case null -> Verdict.FAILED;
            case Integer code when code >= 200 && code < 300 -> Verdict.DELIVERED;
            case 410 -> Verdict.GONE;
            case 429, 502, 503, 504 -> Verdict.OVERLOADED;
            default -> Verdict.FAILED;
        };
    }
}
