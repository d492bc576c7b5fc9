package org.appel.postings.board;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

import org.appel.postings.storage.BoardState.Stamp;

/**
 * What a question of a reader is answered with: the bytes, and what caches must know of them. It is the same for all who
 * ask alike, and may be kept; packed bytes are kept beside the plain ones from the first time they are wanted.
 */
final class Answer {

    /** What an answer takes beside its bytes, roughly; and packed bytes are about a fourth of the plain ones. */
    private static final int OBJECTS_IN_BYTES = 1000;

    private final Facts facts;
    private final Instant changedSecond;
    private final CharSequence lastModified;
    private final CharSequence lastModifiedBefore;
    private final List<CharSequence> tags;
    private final AtomicReferenceArray<@Nullable Buffer> bodies = new AtomicReferenceArray<>(Coding.values().length);

    /**
     * What is known of an answer.
     *
     * @param tag what its entity tags begin with; no other bytes may ever have it at the same address
     * @param changedAt when what it says changed last, or later
     * @param until when it is no longer true; null if only a change makes it so
     * @param languages in which it was chosen to be, such as {@code fr, en}; null if nothing was chosen
     * @param link value of the header {@code Link}; null without one
     * @param vary which headers of a request change the answer
     * @param stamp the board's state, taken before anything was read
     */
    record Facts(
            String tag,
            Instant changedAt,
            @Nullable Instant until,
            @Nullable String languages,
            @Nullable String link,
            String vary,
            Stamp stamp) {}

    Answer(byte[] body, Facts facts) {
        this.facts = facts;
        var second = facts.changedAt().truncatedTo(ChronoUnit.SECONDS);
        this.changedSecond = second;
        this.lastModified = HttpHeaders.createOptimized(HttpDate.of(second));
        this.lastModifiedBefore = HttpHeaders.createOptimized(HttpDate.of(second.minusSeconds(1)));
        this.tags = Arrays.stream(Coding.values())
                .map(coding -> HttpHeaders.createOptimized("\"" + facts.tag() + coding.suffix() + "\""))
                .toList();
        bodies.set(Coding.IDENTITY.ordinal(), Buffer.buffer(body));
    }

    Facts facts() {
        return facts;
    }

    /** The entity tag of its bytes in a coding. */
    CharSequence tag(Coding coding) {
        return tags.get(coding.ordinal());
    }

    /** The second in which what it says changed last. */
    Instant changedSecond() {
        return changedSecond;
    }

    /** That second as a header, or the one before where it is too early to name it. */
    CharSequence lastModified(boolean isSettled) {
        return isSettled ? lastModified : lastModifiedBefore;
    }

    /** The coding in which it is sent to somebody who likes this one best. */
    Coding coding(Coding wanted) {
        return plain().length() < Coding.WORTH_IT_IN_BYTES ? Coding.IDENTITY : wanted;
    }

    /** The bytes if they are at hand. */
    @Nullable
    Buffer bodyAtHand(Coding coding) {
        return bodies.get(coding.ordinal());
    }

    /** The bytes, packed now if they never were: not on a thread that others wait for. */
    Buffer body(Coding coding) {
        var body = bodyAtHand(coding);
        if (body == null) {
            body = Buffer.buffer(coding.pack(plain().getBytes()));
            bodies.set(coding.ordinal(), body);
        }
        return body;
    }

    /** Roughly what it takes of the memory. */
    int bytes() {
        return OBJECTS_IN_BYTES + plain().length() * 3 / 2;
    }

    private Buffer plain() {
        return Objects.requireNonNull(bodyAtHand(Coding.IDENTITY));
    }
}
