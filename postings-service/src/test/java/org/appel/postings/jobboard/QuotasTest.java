package org.appel.postings.jobboard;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;

import org.appel.postings.config.PostingsConfig;
import org.appel.postings.model.JobBoard;

import static org.assertj.core.api.Assertions.assertThat;

class QuotasTest {

    @Test
    void readers_without_a_token_may_ask_as_much_as_they_like_unless_a_limit_is_set() {
        // When
        var usual = quotas(OptionalInt.empty()).ofAnyone("192.0.2.1");

        // Then
        assertThat(usual).isEmpty();
    }

    @Test
    void each_address_has_a_number_of_its_own_when_a_limit_is_set() {
        // Given
        var quotas = quotas(OptionalInt.of(2));
        quotas.ofAnyone("192.0.2.1");
        quotas.ofAnyone("192.0.2.1");

        // When
        var third = quotas.ofAnyone("192.0.2.1").orElseThrow();
        var others = quotas.ofAnyone("192.0.2.2").orElseThrow();

        // Then
        assertThat(third.isExhausted()).isTrue();
        assertThat(third.retryAfter()).isBetween(1L, 30L);
        assertThat(others.isExhausted()).isFalse();
        assertThat(others.stateField()).isEqualTo("\"anyone\";r=1;t=30");
    }

    @Test
    void however_many_addresses_ask_a_board_is_not_given_its_number_anew() {
        // Given
        var quotas = quotas(OptionalInt.of(2));
        for (int i = 0; i < 600; i++) {
            quotas.ofBoard("a-board");
        }

        // When
        for (int i = 0; i < 100_000; i++) {
            quotas.ofAnyone("address-" + i);
        }

        // Then
        assertThat(quotas.ofBoard("a-board").left()).isLessThan(300);
    }

    private static Quotas quotas(OptionalInt anonymous) {
        var config = new PostingsConfig.Boards() {
            @Override
            public int requestsPerMinute() {
                return 600;
            }

            @Override
            public OptionalInt anonymousRequestsPerMinute() {
                return anonymous;
            }

            @Override
            public Duration refresh() {
                return Duration.ofSeconds(5);
            }
        };
        return new Quotas(List::<JobBoard>of, config);
    }
}
