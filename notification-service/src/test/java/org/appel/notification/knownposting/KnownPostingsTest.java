package org.appel.notification.knownposting;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.appel.notification.RunningService;
import org.appel.notification.messaging.PostingEventV1.ApplyV1;
import org.appel.notification.messaging.PostingEventV1.DeadlineV1;
import org.appel.notification.messaging.PostingEventV1.EmailV1;
import org.appel.notification.messaging.PostingEventV1.PostingAmendedV1;
import org.appel.notification.messaging.PostingEventV1.PostingPublishedV1;
import org.appel.notification.messaging.PostingEventV1.TextV1;
import org.appel.notification.model.Language;
import org.appel.notification.model.Posting;
import org.appel.notification.model.Posting.Progress;
import org.appel.notification.model.Postings;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RunningService
@TestTransaction
class KnownPostingsTest {

    private final UUID id = UUID.randomUUID();
    private final KnownPostings known;
    private final Postings postings;

    KnownPostingsTest(KnownPostings known, Postings postings) {
        this.known = known;
        this.postings = postings;
    }

    @Test
    void a_published_posting_is_known_with_all_that_letters_say() {
        // When
        known.open(published(1));

        // Then
        var posting = posting();
        assertThat(posting.titleIn(Language.FR)).isEqualTo("Juriste");
        assertThat(posting.deadline())
                .isEqualTo(new Posting.Deadline(
                        Instant.parse("2025-08-03T22:00:00Z"), ZoneId.of("Europe/Brussels"), "le 3 août"));
        assertThat(posting.applyAddress()).isEqualTo("postuler@essai.example");
        assertThat(posting.selection()).containsExactly("written-test");
        assertThat(posting.progress()).isEqualTo(Progress.OPEN);
    }

    @Test
    void an_older_version_never_replaces_a_newer_one() {
        // Given
        known.open(amended(3, 1, "Juriste principal·e"));

        // When
        known.open(published(1));
        known.open(amended(2, 1, "Juriste senior"));

        // Then
        assertThat(posting().titleIn(Language.FR)).isEqualTo("Juriste principal·e");
        assertThat(posting().version()).isEqualTo(3);
    }

    @Test
    void a_passed_deadline_closes_it_and_a_new_one_opens_it_again() {
        // Given
        known.open(published(1));

        // When
        known.close(id, 1, 1);
        var closed = posting().progress();
        known.open(amended(2, 2, "Juriste"));

        // Then
        assertThat(closed).isEqualTo(Progress.CLOSED);
        assertThat(posting().progress()).isEqualTo(Progress.OPEN);
    }

    @Test
    void a_deadline_that_was_extended_closes_nothing() {
        // Given
        known.open(published(1));
        known.open(amended(2, 2, "Juriste"));

        // When
        known.close(id, 2, 1);

        // Then
        assertThat(posting().progress()).isEqualTo(Progress.OPEN);
    }

    @Test
    void a_withdrawn_posting_takes_no_applications() {
        // Given
        known.open(published(1));

        // When
        known.withdraw(id, 2);

        // Then
        assertThat(posting().takesApplicationsAt(Instant.parse("2025-07-10T00:00:00Z")))
                .isFalse();
    }

    @Test
    void what_is_told_of_an_unknown_posting_is_left_alone() {
        // When
        known.withdraw(id, 2);
        known.close(id, 2, 1);

        // Then
        assertThat(postings.find(id)).isEmpty();
    }

    private Posting posting() {
        return postings.find(id).orElseThrow();
    }

    private PostingPublishedV1 published(int version) {
        return new PostingPublishedV1(
                id,
                version,
                1,
                "essai",
                "Organisation d’essai",
                null,
                "fr",
                Map.of("fr", new TextV1("Juriste")),
                new DeadlineV1(ZoneId.of("Europe/Brussels"), "le 3 août"),
                Instant.parse("2025-08-03T22:00:00Z"),
                new ApplyV1(new EmailV1("postuler@essai.example")),
                List.of("written-test"));
    }

    private PostingAmendedV1 amended(int version, int deadlineVersion, String title) {
        return new PostingAmendedV1(
                id,
                version,
                deadlineVersion,
                "essai",
                "Organisation d’essai",
                null,
                "fr",
                Map.of("fr", new TextV1(title)),
                new DeadlineV1(null, null),
                null,
                null,
                null);
    }
}
