package org.appel.notification.model;

import java.time.Duration;
import java.time.Instant;

/**
 * When a mail is tried again and when it is given up.
 *
 * <p>Only what the mail server says about this mail counts against it. While the mail server, or a service that knows
 * the recipient, is away, the mail waits for as long as it takes: an outage of four days must not fail one mail.
 *
 * @param refused pauses after "later" and after a line that dropped
 * @param postponed pauses after attempts that could not be made for the mail's own trouble
 * @param away pauses while something is away for everybody
 * @param crowded pauses while too many mails are on their way to one domain
 * @param giveUpAfter how long a mail is tried from its first refusal on, by the clock
 */
public record RetryPolicy(BackOff refused, BackOff postponed, BackOff away, BackOff crowded, Duration giveUpAfter) {

    private static final ProblemCode DOMAIN_BUSY = new ProblemCode("domain-busy");

    /**
     * Decides what follows an attempt.
     *
     * @param now when the attempt ended
     * @param random 0 (inclusive) to 1 (exclusive), blurs the pause
     */
    public Decision decide(Attempt attempt, Outcome outcome, Instant now, double random) {
        return switch (outcome) {
            case Outcome.Accepted(var language, var partly) -> new Decision.Sent(language, partly);
            case Outcome.Rejected(var problem) -> new Decision.Fail(Reason.REJECTED, problem);
            case Outcome.Unaddressable(var problem) -> new Decision.Fail(Reason.UNUSABLE_ADDRESS, problem);
            case Outcome.Erased() -> new Decision.Suppress(Reason.RECIPIENT_ERASED);
            case Outcome.Deferred(var problem) ->
                later(attempt, problem, attempt.delivered(), new Decision.Fail(Reason.GAVE_UP, problem), now, random);
            case Outcome.Partial(var _, var delivered, var dependency, var problem)
            when dependency != null ->
                new Decision.TryAgain(away.pause(attempt.postponements() + 1, random), problem, false, delivered);
            case Outcome.Partial(var language, var delivered, var _, var problem) ->
                later(
                        attempt,
                        problem,
                        delivered,
                        delivered.taken().isEmpty()
                                ? new Decision.Fail(Reason.GAVE_UP, problem)
                                : new Decision.Sent(language, problem),
                        now,
                        random);
            case Outcome.Unaddressed(var problem) ->
                later(
                        attempt,
                        problem,
                        attempt.delivered(),
                        new Decision.Fail(Reason.NO_RECIPIENT, problem),
                        now,
                        random);
            case Outcome.Postponed(var dependency, var problem) ->
                new Decision.TryAgain(
                        (dependency == null ? postponed : away).pause(attempt.postponements() + 1, random),
                        problem,
                        false,
                        attempt.delivered());
            case Outcome.Crowded() ->
                new Decision.TryAgain(
                        crowded.pause(attempt.postponements() + 1, random), DOMAIN_BUSY, false, attempt.delivered());
        };
    }

    /** Tries it again, unless it was first refused so long ago that this is its end. */
    private Decision later(
            Attempt attempt, ProblemCode problem, Delivered delivered, Decision end, Instant now, double random) {
        var since = attempt.refusedSince();
        if (since != null && !now.isBefore(since.plus(giveUpAfter))) {
            return end;
        }
        return new Decision.TryAgain(refused.pause(attempt.refusals() + 1, random), problem, true, delivered);
    }
}
