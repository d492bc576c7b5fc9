package org.appel.notification.delivery;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class PaceTest {

    @Test
    void the_first_mail_begins_at_once_and_the_others_no_sooner_than_the_pace_allows() throws InterruptedException {
        // Given
        var pace = new Pace(20);
        var begin = System.nanoTime();

        // When
        pace.await();
        var first = since(begin);
        for (int i = 0; i < 20; i++) {
            pace.await();
        }

        // Then
        assertThat(first).isLessThan(Duration.ofSeconds(1));
        assertThat(since(begin)).isGreaterThanOrEqualTo(Duration.ofMillis(990));
    }

    @Test
    void of_several_that_are_given_back_one_may_begin_in_their_place_and_no_burst() throws InterruptedException {
        // Given
        var pace = new Pace(1);
        pace.await();
        pace.await();

        // When
        var begin = System.nanoTime();
        pace.giveBack();
        pace.giveBack();
        pace.await();
        var one = since(begin);
        pace.await();

        // Then
        assertThat(one).isLessThan(Duration.ofMillis(990));
        assertThat(since(begin)).isGreaterThanOrEqualTo(Duration.ofMillis(990));
    }

    @Test
    void no_more_are_taken_in_hand_than_leave_within_a_fifth_of_a_second_and_never_none() {
        assertThat(new Pace(50).atOnce()).isEqualTo(10);
        assertThat(new Pace(1).atOnce()).isEqualTo(1);
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
