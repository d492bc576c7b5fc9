package org.appel.applications.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.appel.applications.Database;
import org.appel.applications.model.LatePolicy;
import org.appel.applications.model.PostingId;
import org.appel.applications.storage.Closings;
import org.appel.applications.storage.KnownPostings;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Topics;

import static org.appel.applications.KnownPostingFixture.aKnownPosting;
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

    @Inject
    Closings closings;

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
        var posting = new PostingId(UUID.randomUUID());
        postings.deadlinePassed(posting, "omct", 1, Instant.now().plusSeconds(5));

        // When
        closing.closeWhatIsDue();

        // Then
        assertThat(isClosed(posting)).isFalse();
    }

    @Test
    void a_grace_is_waited_for() {
        // Given
        var posting = known(1, new LatePolicy.Grace(Duration.ofHours(1)));

        // When
        closing.closeWhatIsDue();

        // Then
        assertThat(isClosed(posting)).isFalse();
    }

    @Test
    void an_intake_whose_late_ones_are_flagged_is_closed_at_its_deadline() {
        // Given
        var posting = known(1, new LatePolicy.Flag());

        // When
        closing.closeWhatIsDue();

        // Then
        assertThat(isClosed(posting)).isTrue();
    }

    @Test
    void a_deadline_that_was_moved_since_has_no_grace_left() {
        // Given
        var posting = known(2, new LatePolicy.Grace(Duration.ofHours(1)));

        // When
        closing.closeWhatIsDue();

        // Then
        assertThat(isClosed(posting)).isTrue();
    }

    @Test
    void a_grace_that_was_granted_before_the_posting_was_held_off_is_waited_for() {
        // Given
        var posting = known(1, new LatePolicy.Flag());
        var due = new Closings.Due(posting, 1);

        // When
        learn(posting, 2, 1, new LatePolicy.Grace(Duration.ofHours(1)));

        // Then
        assertThat(QuarkusTransaction.requiringNew().call(() -> closings.holdOff(due, Duration.ZERO)))
                .isEmpty();
    }

    /** A posting whose deadline version 1 passed a minute ago, and that has another version by now perhaps. */
    private PostingId known(int deadlineVersion, LatePolicy late) {
        var posting = new PostingId(UUID.randomUUID());
        learn(posting, 1, deadlineVersion, late);
        QuarkusTransaction.requiringNew()
                .run(() -> postings.deadlinePassed(
                        posting, "omct", 1, Instant.now().minusSeconds(60)));
        return posting;
    }

    private void learn(PostingId posting, int version, int deadlineVersion, LatePolicy late) {
        var known = aKnownPosting()
                .id(posting.value())
                .version(version)
                .deadlineVersion(deadlineVersion)
                .late(late)
                .build();
        QuarkusTransaction.requiringNew().run(() -> postings.learn(known));
    }

    private static boolean isClosed(PostingId posting) {
        return Database.rows("SELECT closed_at FROM intake_closing WHERE posting_id = '" + posting + "'").stream()
                .noneMatch("null"::equals);
    }

    private Void closeAll() {
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(closing::closeNext);
        }
        return null;
    }
}
