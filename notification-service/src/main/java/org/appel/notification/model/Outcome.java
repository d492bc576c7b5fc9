package org.appel.notification.model;

import org.jspecify.annotations.Nullable;

/** How one attempt ended. */
public sealed interface Outcome {

    /**
     * A mail server has taken the mail over.
     *
     * @param language the language it was written in
     * @param partly why some of several recipients did not get it; null if all did
     */
    record Accepted(Language language, @Nullable ProblemCode partly) implements Outcome {}

    /** The mail server said "later", or the line dropped while it took the mail: it may have it or not. */
    record Deferred(ProblemCode problem) implements Outcome {}

    /**
     * Some of several recipients need no more attempt, and others do.
     *
     * @param language the language it was written in
     * @param delivered who needs none, earlier attempts included
     * @param away what went away before the others were tried; null if they were, and were refused for now
     * @param problem why the others do not have it yet
     */
    record Partial(
            Language language,
            Delivered delivered,
            @Nullable Dependency away,
            ProblemCode problem) implements Outcome {}

    /** The mail server said no for good. */
    record Rejected(ProblemCode problem) implements Outcome {}

    /** No mail can be written to this address. */
    record Unaddressable(ProblemCode problem) implements Outcome {}

    /** Nobody to send it to, yet. */
    record Unaddressed(ProblemCode problem) implements Outcome {}

    /** The candidate's data has been erased. */
    record Erased() implements Outcome {}

    /**
     * It could not be tried, which says nothing against the mail.
     *
     * @param away what was away for everybody; null if the trouble is this mail's own
     */
    record Postponed(@Nullable Dependency away, ProblemCode problem) implements Outcome {}

    /** As many mails as may be at one time are on their way to this recipient's domain. */
    record Crowded() implements Outcome {}
}
