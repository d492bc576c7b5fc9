package org.appel.applications.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.appel.applications.KnownPostingFixture.CLOSES;
import static org.appel.applications.KnownPostingFixture.OPENS;
import static org.appel.applications.KnownPostingFixture.aKnownPosting;
import static org.assertj.core.api.Assertions.assertThat;

class CompletionTest {
    private static final DocumentKind MOTIVATION = new DocumentKind("motivation");

    @Test
    void what_is_required_and_not_there_is_missing_until_the_deadline() {
        // Given
        var posting = aKnownPosting().build();

        // When
        var completion =
                Completion.of(posting, at(Stage.RECEIVED), documents(DocumentKind.CV, DocumentKind.OTHER), OPENS);

        // Then
        assertThat(completion).isEqualTo(new Completion(List.of(MOTIVATION), true, CLOSES));
    }

    @Test
    void what_is_whole_lacks_nothing() {
        // Given
        var posting = aKnownPosting().build();

        // When
        var completion = Completion.of(posting, at(Stage.OFFERED), documents(DocumentKind.CV, MOTIVATION), OPENS);

        // Then
        assertThat(completion.missing()).isEmpty();
        assertThat(completion.open()).isTrue();
    }

    @Test
    void after_the_deadline_it_stays_missing_and_a_grace_is_not_told() {
        // Given
        var posting =
                aKnownPosting().late(new LatePolicy.Grace(Duration.ofHours(1))).build();

        // When
        var completion = Completion.of(posting, at(Stage.RECEIVED), documents(DocumentKind.CV), CLOSES);

        // Then
        assertThat(completion).isEqualTo(new Completion(List.of(MOTIVATION), false, null));
    }

    @Test
    void open_until_filled_has_no_end() {
        // Given
        var posting = aKnownPosting().closing(null).build();

        // When
        var completion = Completion.of(posting, at(Stage.RECEIVED), List.of(), CLOSES);

        // Then
        assertThat(completion.open()).isTrue();
        assertThat(completion.until()).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"WITHDRAWN", "REJECTED", "HIRED"})
    void who_is_out_of_the_running_is_asked_for_nothing(Stage stage) {
        // Given
        var posting = aKnownPosting().build();

        // When
        var completion = Completion.of(posting, at(stage), List.of(), OPENS);

        // Then
        assertThat(completion).isEqualTo(new Completion(List.of(), false, null));
    }

    @Test
    void a_posting_that_is_not_known_asks_for_nothing() {
        // When
        var completion = Completion.of(null, at(Stage.RECEIVED), List.of(), OPENS);

        // Then
        assertThat(completion).isEqualTo(new Completion(List.of(), false, null));
    }

    private static Application.Live at(Stage stage) {
        var person = new Person(
                "Amina", new EmailAddress("amina@example.org"), Language.FR, null, null, OPENS, Consent.WORDING);
        return new Application.Live(
                new ApplicationId(UUID.randomUUID()),
                new PostingId(UUID.randomUUID()),
                "omct",
                Candidacy.at(stage),
                Admission.IN_TIME,
                1,
                1,
                OPENS,
                OPENS,
                person);
    }

    private static List<StoredDocument> documents(DocumentKind... kinds) {
        return Arrays.stream(kinds)
                .map(kind -> new StoredDocument(
                        UUID.randomUUID(),
                        kind,
                        DocumentType.PDF,
                        1,
                        new FileName("a.pdf"),
                        Instant.EPOCH,
                        Set.of(),
                        false))
                .toList();
    }
}
