package org.appel.postings.jobboard;

import java.time.Duration;

import io.github.bucket4j.ConsumptionProbe;

/**
 * What a caller may still ask, after one request was counted.
 *
 * @param policy its name
 * @param limit requests a minute
 * @param left how many more may come now
 * @param full in which time the whole number is there again
 * @param next in which time the next request is admitted; zero if this one was
 * @param isExhausted whether this request was one too many
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/">RateLimit header fields for
 *     HTTP, draft 10</a>
 */
record Quota(String policy, int limit, long left, Duration full, Duration next, boolean isExhausted) {

    static Quota of(String policy, int limit, ConsumptionProbe probe) {
        return new Quota(
                policy,
                limit,
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForReset()),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                !probe.isConsumed());
    }

    /** Field {@code RateLimit-Policy}: {@code "board";q=600;w=60}. */
    String policyField() {
        return "\"" + policy + "\";q=" + limit + ";w=" + Quotas.WINDOW.toSeconds();
    }

    /** Field {@code RateLimit}: {@code "board";r=599;t=1}. */
    String stateField() {
        return "\"" + policy + "\";r=" + left + ";t=" + seconds(full);
    }

    /** Field {@code Retry-After}, in seconds. */
    long retryAfter() {
        return seconds(next);
    }

    /** Rounded up, so that whoever waits so long has waited long enough. */
    private static long seconds(Duration time) {
        return time.plusSeconds(1).minusNanos(1).toSeconds();
    }
}
