package org.appel.notification.delivery;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.appel.notification.ShippedSettings;
import org.appel.notification.config.DeliveryConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class DomainTurnsTest {

    private final DomainTurns turns = new DomainTurns(ShippedSettings.of(
            DeliveryConfig.class, "appel.delivery.per-domain", "2", "appel.delivery.slow-after", "1ms"));

    @Test
    void a_slow_domain_has_so_many_turns_and_each_that_ends_is_free_for_the_next() {
        // Given
        var first = turns.enter("mail.example").orElseThrow();
        turns.enter("MAIL.example").orElseThrow();

        // When
        await().atMost(Duration.ofSeconds(30)).until(() -> isFull("mail.example"));
        first.close();
        var afterwards = turns.enter("mail.example");

        // Then
        assertThat(afterwards).isPresent();
    }

    @Test
    void a_domain_that_is_prompt_may_have_all_turns() {
        // Given
        var patient = new DomainTurns(ShippedSettings.of(
                DeliveryConfig.class, "appel.delivery.per-domain", "1", "appel.delivery.slow-after", "1h"));
        patient.enter("mail.example").orElseThrow();

        // When
        var another = patient.enter("mail.example");

        // Then
        assertThat(another).isPresent();
    }

    @Test
    void the_turns_of_one_domain_are_not_those_of_another() {
        // Given
        turns.enter("slow.example").orElseThrow();
        turns.enter("slow.example").orElseThrow();
        await().atMost(Duration.ofSeconds(30)).until(() -> isFull("slow.example"));

        // When
        var other = turns.enter("quick.example");

        // Then
        assertThat(other).isPresent();
    }

    private boolean isFull(String domain) {
        var turn = turns.enter(domain);
        turn.ifPresent(DomainTurns.Turn::close);
        return turn.isEmpty();
    }
}
