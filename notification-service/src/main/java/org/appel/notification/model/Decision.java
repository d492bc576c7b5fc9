package org.appel.notification.model;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** What becomes of a mail after an attempt. */
public sealed interface Decision {

    /**
     * It is done.
     *
     * @param language the language it was written in
     * @param partly why some of several recipients did not get it; null if all did
     */
    record Sent(Language language, @Nullable ProblemCode partly) implements Decision {}

    /**
     * It is tried again.
     *
     * @param pause after how long
     * @param counts whether the mail itself was refused, which starts the time after which it is given up
     * @param delivered which of several recipients have it already
     */
    record TryAgain(Duration pause, ProblemCode problem, boolean counts, Delivered delivered) implements Decision {}

    /** It is given up. */
    record Fail(Reason reason, ProblemCode problem) implements Decision {}

    /** It must not be sent. */
    record Suppress(Reason reason) implements Decision {}
}
