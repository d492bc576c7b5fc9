package org.appel.notification.model;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.appel.notification.NotificationFixtures.NOW;
import static org.appel.notification.NotificationFixtures.aFirstAttempt;
import static org.appel.notification.NotificationFixtures.anAttempt;
import static org.assertj.core.api.Assertions.assertThat;

class RetryPolicyTest {

    private static final double MIDDLE = 0.5;
    private static final ProblemCode GREYLISTED = new ProblemCode("smtp-451-4.7.1");
    private static final ProblemCode AWAY = new ProblemCode("connection-refused");

    private final RetryPolicy policy = new RetryPolicy(
            new BackOff(Duration.ofSeconds(30), Duration.ofHours(1), 0.2),
            new BackOff(Duration.ofMillis(500), Duration.ofMinutes(5), 0.2),
            new BackOff(Duration.ofMillis(500), Duration.ofSeconds(15), 0.2),
            new BackOff(Duration.ofMillis(250), Duration.ofSeconds(5), 0.2),
            Duration.ofHours(72));

    static Stream<Outcome> ends() {
        return Stream.of(
                new Outcome.Accepted(Language.FR, null),
                new Outcome.Rejected(new ProblemCode("smtp-550")),
                new Outcome.Unaddressable(new ProblemCode("unusable-address")),
                new Outcome.Erased());
    }

    @ParameterizedTest
    @MethodSource("ends")
    void an_answer_for_good_ends_it_at_once(Outcome outcome) {
        // When
        var decision = policy.decide(aFirstAttempt(), outcome, NOW, MIDDLE);

        // Then
        assertThat(decision).isNotInstanceOf(Decision.TryAgain.class);
    }

    @Test
    void a_refusal_for_now_is_tried_again_after_longer_and_longer_pauses() {
        // When
        var first = policy.decide(aFirstAttempt(), new Outcome.Deferred(GREYLISTED), NOW, MIDDLE);
        var third = policy.decide(anAttempt(2, 0, NOW.minusSeconds(90)), new Outcome.Deferred(GREYLISTED), NOW, MIDDLE);

        // Then
        assertThat(first).isEqualTo(new Decision.TryAgain(Duration.ofSeconds(30), GREYLISTED, true, Delivered.NONE));
        assertThat(third).isEqualTo(new Decision.TryAgain(Duration.ofMinutes(2), GREYLISTED, true, Delivered.NONE));
    }

    @Test
    void it_is_given_up_72_hours_after_the_first_refusal_and_not_an_instant_before() {
        // Given
        var outcome = new Outcome.Deferred(GREYLISTED);
        var inTime = anAttempt(70, 0, NOW.minus(Duration.ofHours(72)).plusMillis(1));
        var tooLate = anAttempt(70, 0, NOW.minus(Duration.ofHours(72)));

        // When
        var before = policy.decide(inTime, outcome, NOW, MIDDLE);
        var after = policy.decide(tooLate, outcome, NOW, MIDDLE);

        // Then
        assertThat(before).isEqualTo(new Decision.TryAgain(Duration.ofHours(1), GREYLISTED, true, Delivered.NONE));
        assertThat(after).isEqualTo(new Decision.Fail(Reason.GAVE_UP, GREYLISTED));
    }

    @Test
    void an_outage_of_any_length_gives_up_no_mail() {
        // Given
        var longAgo = anAttempt(1, 100_000, NOW.minus(Duration.ofDays(30)));

        // When
        var decision = policy.decide(longAgo, new Outcome.Postponed(Dependency.MAIL_SERVER, AWAY), NOW, MIDDLE);

        // Then
        assertThat(decision).isEqualTo(new Decision.TryAgain(Duration.ofSeconds(15), AWAY, false, Delivered.NONE));
    }

    @Test
    void who_has_the_mail_is_remembered_while_the_others_are_tried_again() {
        // Given
        var delivered = Delivered.NONE.in(3).plusTaken(0);

        // When
        var refused = policy.decide(
                aFirstAttempt(), new Outcome.Partial(Language.FR, delivered, null, GREYLISTED), NOW, MIDDLE);
        var away = policy.decide(
                aFirstAttempt(),
                new Outcome.Partial(Language.FR, delivered, Dependency.MAIL_SERVER, AWAY),
                NOW,
                MIDDLE);

        // Then
        assertThat(refused).isEqualTo(new Decision.TryAgain(Duration.ofSeconds(30), GREYLISTED, true, delivered));
        assertThat(away).isEqualTo(new Decision.TryAgain(Duration.ofMillis(500), AWAY, false, delivered));
    }

    @Test
    void a_mail_that_some_have_got_ends_as_sent_when_the_others_are_given_up() {
        // Given
        var since = NOW.minus(Duration.ofHours(72));
        var taken = Delivered.NONE.in(3).plusTaken(0);
        var refused = Delivered.NONE.in(3).plusRefused(0, new ProblemCode("smtp-550"));

        // When
        var some = policy.decide(
                anAttempt(70, 0, since), new Outcome.Partial(Language.FR, taken, null, GREYLISTED), NOW, MIDDLE);
        var none = policy.decide(
                anAttempt(70, 0, since), new Outcome.Partial(Language.FR, refused, null, GREYLISTED), NOW, MIDDLE);

        // Then
        assertThat(some).isEqualTo(new Decision.Sent(Language.FR, GREYLISTED));
        assertThat(none).isEqualTo(new Decision.Fail(Reason.GAVE_UP, GREYLISTED));
    }

    @Test
    void a_mail_to_a_crowded_domain_comes_back_within_seconds_and_counts_for_nothing() {
        // When
        var decision = policy.decide(anAttempt(3, 20, NOW), new Outcome.Crowded(), NOW, MIDDLE);

        // Then
        assertThat(decision)
                .isEqualTo(new Decision.TryAgain(
                        Duration.ofSeconds(5), new ProblemCode("domain-busy"), false, Delivered.NONE));
    }

    @Test
    void a_recipient_that_nobody_knows_is_asked_for_as_long_as_a_refused_mail_is_tried() {
        // Given
        var unknown = new ProblemCode("applications-unknown");

        // When
        var decision = policy.decide(
                anAttempt(70, 0, NOW.minus(Duration.ofHours(73))), new Outcome.Unaddressed(unknown), NOW, MIDDLE);

        // Then
        assertThat(decision).isEqualTo(new Decision.Fail(Reason.NO_RECIPIENT, unknown));
    }
}
