package org.appel.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.appel.notification.ShippedSettings;
import org.appel.notification.config.DeliveryConfig;
import org.appel.notification.model.Decision;
import org.appel.notification.model.Outcome;
import org.appel.notification.model.ProblemCode;
import org.appel.notification.model.RetryPolicy;

import static org.appel.notification.NotificationFixtures.NOW;
import static org.appel.notification.NotificationFixtures.anAttempt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How long a mail is tried that a server refuses for now, with the settings as they are shipped and a clock of its own. */
class RetryHorizonTest {

    private static final Duration AT_LEAST = Duration.ofHours(48);
    private static final Outcome GREYLISTED = new Outcome.Deferred(new ProblemCode("smtp-451-4.7.1"));

    private final DeliveryConfig shipped = ShippedSettings.of(DeliveryConfig.class);

    @Test
    void a_mail_that_is_refused_for_now_is_tried_for_two_days_and_more_and_then_ends() {
        // When
        var tries = tries(policy(shipped.giveUpAfter()));

        // Then
        assertHorizon(tries);
        assertThat(tries).hasSizeBetween(60, 120);
        assertThat(Duration.between(tries.get(0), tries.get(1)))
                .isBetween(Duration.ofSeconds(24), Duration.ofSeconds(36));
    }

    @Test
    void a_policy_that_gives_up_after_a_day_is_noticed() {
        // When
        var tries = tries(policy(Duration.ofHours(24)));

        // Then
        assertThatThrownBy(() -> assertHorizon(tries)).isInstanceOf(AssertionError.class);
    }

    private static void assertHorizon(List<Instant> tries) {
        assertThat(Duration.between(tries.getFirst(), tries.getLast())).isGreaterThanOrEqualTo(AT_LEAST);
    }

    private RetryPolicy policy(Duration giveUpAfter) {
        return new RetryPolicy(
                shipped.refused().backOff(),
                shipped.postponed().backOff(),
                shipped.away().backOff(),
                shipped.crowded().backOff(),
                giveUpAfter);
    }

    /** When the server is asked, until the policy ends it. */
    private static List<Instant> tries(RetryPolicy policy) {
        var tries = new ArrayList<Instant>();
        var now = NOW;
        while (true) {
            tries.add(now);
            var attempt = anAttempt(tries.size() - 1, 0, tries.size() == 1 ? null : tries.getFirst());
            if (!(policy.decide(attempt, GREYLISTED, now, 0.5)
                            instanceof Decision.TryAgain(var pause, var _, var counts, var _)
                    && counts)) {
                return tries;
            }
            now = now.plus(pause);
        }
    }
}
