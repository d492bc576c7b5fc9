package org.appel.notification.delivery;

import org.junit.jupiter.api.Test;

import org.appel.notification.ShippedSettings;
import org.appel.notification.config.DeliveryConfig;

import static org.assertj.core.api.Assertions.assertThat;

class DomainTurnsTest {

    private final DomainTurns turns =
            new DomainTurns(ShippedSettings.of(DeliveryConfig.class, "appel.delivery.per-domain", "2"));

    @Test
    void a_domain_has_so_many_turns_and_each_that_ends_is_free_for_the_next() {
        // Given
        var first = turns.enter("mail.example").orElseThrow();
        turns.enter("MAIL.example").orElseThrow();

        // When
        var third = turns.enter("mail.example");
        first.close();
        var afterwards = turns.enter("mail.example");

        // Then
        assertThat(third).isEmpty();
        assertThat(afterwards).isPresent();
    }

    @Test
    void the_turns_of_one_domain_are_not_those_of_another() {
        // Given
        turns.enter("slow.example").orElseThrow();
        turns.enter("slow.example").orElseThrow();

        // When
        var other = turns.enter("quick.example");

        // Then
        assertThat(other).isPresent();
    }

    @Test
    void as_shipped_a_domain_leaves_half_of_the_hands_for_the_others() {
        // When
        var shipped = ShippedSettings.of(DeliveryConfig.class);

        // Then
        assertThat(shipped.perDomain()).isLessThanOrEqualTo(shipped.concurrency() / 2);
    }
}
