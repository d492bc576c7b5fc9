package org.appel.postings.board;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

import io.vertx.core.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * An {@link Answer} as one request gets it: whole, or a word that it is what the client has.
 *
 * @param isNew whether the body is sent; 304 otherwise
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-precedence-of-preconditions">RFC 9110, 13.2.2</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9111">RFC 9111, Caching</a>
 */
record Reply(
        Answer answer,
        Coding coding,
        boolean isNew,
        CharSequence lastModified,
        CharSequence date,
        CharSequence cacheControl) {

    /** For who shows a token: nobody else may be given this, and they ask again each time. */
    private static final CharSequence PRIVATE = HttpHeaders.createOptimized("private, no-cache");

    private static final CharSequence LINK = HttpHeaders.createOptimized("link");

    /** By their seconds: there are no more than the operator's setting has. */
    private static final Map<Long, CharSequence> SHARED = new ConcurrentHashMap<>();

    /**
     * A moment is told as the time of the last change only when it is so far in the past that nothing else can have changed
     * in the same second, here or on another replica, without being seen: a client holds a second, and we count in less.
     */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private static final Coding[] CODINGS = Coding.values();

    /** What a request says about what its client has and takes. */
    record Conditions(
            @Nullable String ifNoneMatch,
            @Nullable String ifModifiedSince,
            @Nullable String acceptEncoding) {}

    /**
     * @param sharedFor how long shared caches may give out the answer without asking; null if it is for this client alone,
     *     which gets the bytes as they are, under a tag that writes accept
     */
    static Reply to(Conditions conditions, Answer answer, Instant now, @Nullable Duration sharedFor) {
        var facts = answer.facts();
        var wanted = sharedFor == null ? Coding.IDENTITY : answer.coding(Coding.wanted(conditions.acceptEncoding()));
        boolean isSettled = !now.isBefore(facts.changedAt().plus(SETTLED));
        var tags = conditions.ifNoneMatch();
        var had = tags == null ? null : had(tags, conditions.acceptEncoding(), answer, wanted);
        boolean isNew = tags == null ? isNewSince(conditions.ifModifiedSince(), answer.changedSecond()) : had == null;
        var coding = had == null ? wanted : had;
        return new Reply(
                answer,
                coding,
                isNew,
                answer.lastModified(isSettled),
                HttpDate.ofNow(now),
                sharedFor == null ? PRIVATE : shared(sharedFor, facts.until(), now));
    }

    /** May be kept and shown for so long, but not past the deadline of what is in it, and never unasked after that. */
    static CharSequence shared(Duration sharedFor, @Nullable Instant until, Instant now) {
        long seconds = sharedFor.toSeconds();
        if (until != null) {
            seconds = Math.clamp(Duration.between(now, until).toSeconds(), 0, seconds);
        }
        return SHARED.computeIfAbsent(
                seconds,
                its -> HttpHeaders.createOptimized("public, max-age=0, s-maxage=" + its + ", must-revalidate"));
    }

    /**
     * The coding in which the client has the answer, the wanted one first; null if it has it in none that it can read now: a
     * shared cache asks with the tags of others. Which of several forms is answered with is ours to choose: one that the
     * client has is the best.
     */
    private static @Nullable Coding had(String tags, @Nullable String acceptEncoding, Answer answer, Coding wanted) {
        if (names(tags, answer.tag(wanted).toString())) {
            return wanted;
        }
        if (tags.contains(answer.facts().tag())) {
            for (var coding : CODINGS) {
                if (coding.isTaken(acceptEncoding)
                        && names(tags, answer.tag(coding).toString())) {
                    return coding;
                }
            }
        }
        return null;
    }

    private static boolean isNewSince(@Nullable String ifModifiedSince, Instant changedSecond) {
        var since = HttpDate.parse(ifModifiedSince);
        return since == null || since.isBefore(changedSecond);
    }

    private static boolean names(String header, String tag) {
        return header.equals(tag)
                || Arrays.stream(header.split(","))
                        .map(String::strip)
                        .anyMatch(its -> its.equals("*") || its.equals(tag) || its.equals("W/" + tag));
    }

    /** All headers but those that go with a body of whatever kind. */
    void headers(BiConsumer<CharSequence, CharSequence> header) {
        var facts = answer.facts();
        header.accept(HttpHeaders.DATE, date);
        header.accept(HttpHeaders.ETAG, answer.tag(coding));
        header.accept(HttpHeaders.LAST_MODIFIED, lastModified);
        header.accept(HttpHeaders.CACHE_CONTROL, cacheControl);
        header.accept(HttpHeaders.VARY, facts.vary());
        if (facts.languages() != null) {
            header.accept(HttpHeaders.CONTENT_LANGUAGE, facts.languages());
        }
        if (facts.link() != null) {
            header.accept(LINK, facts.link());
        }
        var code = coding.code();
        if (isNew && code != null) {
            header.accept(HttpHeaders.CONTENT_ENCODING, code);
        }
    }
}
