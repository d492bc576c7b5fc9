package org.appel.applications.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.appel.applications.PostingFixture;
import org.appel.applications.model.PostingId;
import org.appel.applications.storage.KnownPostings;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Topics;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructure
class IntakeClosingTest {
    private static final int POSTINGS = 300;
    private static final int REPLICAS = 4;

    @Inject
    IntakeClosing closing;

    @Inject
    KnownPostings postings;

    @Test
    void several_replicas_close_each_intake_once() throws Exception {
        // Given
        var ids = IntStream.range(0, POSTINGS).mapToObj(_ -> UUID.randomUUID()).collect(Collectors.toSet());
        var passed = Instant.now().minusSeconds(60);
        ids.forEach(id -> postings.deadlinePassed(new PostingId(id), "omct", 1, passed));

        // When
        try (var executor = Executors.newFixedThreadPool(REPLICAS)) {
            var replicas = IntStream.range(0, REPLICAS)
                    .<Callable<Void>>mapToObj(_ -> this::closeAll)
                    .toList();
            for (var replica : executor.invokeAll(replicas)) {
                replica.get();
            }
        }

        // Then
        var keys = ids.stream().map(UUID::toString).collect(Collectors.toSet());
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        Topics.read("applications").stream()
                                .map(told -> told.key())
                                .filter(keys::contains))
                .containsExactlyInAnyOrderElementsOf(keys));
    }

    @Test
    void a_deadline_is_not_closed_while_a_request_may_be_on_its_way() {
        // Given
        var posting = PostingFixture.anOpenPosting();
        postings.deadlinePassed(
                new PostingId(posting.id()), "omct", 1, Instant.now().plusSeconds(5));

        // When
        closing.closeWhatIsDue();

        // Then
        assertThat(org.appel.applications.Database.rows(
                        "SELECT closed_at FROM intake_closing WHERE posting_id = '" + posting.id() + "'"))
                .containsExactly("null");
    }

    private Void closeAll() {
        boolean more = true;
        while (more) {
            more = io.quarkus.narayana.jta.QuarkusTransaction.requiringNew().call(closing::closeNext);
        }
        return null;
    }
}
