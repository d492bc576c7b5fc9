package org.appel.messaging;

import java.util.Map;
import java.util.Optional;

import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReaderLivenessTest {

    private final ReaderLiveness liveness = new ReaderLiveness();

    @Test
    void while_all_is_read_it_is_green() {
        assertThat(liveness.call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void once_something_is_read_no_more_it_is_red_and_says_what() {
        // When
        liveness.failed("postings", new IllegalStateException("on purpose"));
        liveness.failed("applications", new IllegalStateException("on purpose"));
        liveness.failed("postings", new IllegalStateException("on purpose"));

        // Then
        var answer = liveness.call();
        assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
        assertThat(answer.getData()).isEqualTo(Optional.of(Map.of("topics", "applications postings")));
    }
}
