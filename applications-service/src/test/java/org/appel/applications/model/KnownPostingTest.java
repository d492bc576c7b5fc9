package org.appel.applications.model;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.appel.applications.model.LatePolicy.Flag;
import org.appel.applications.model.LatePolicy.Grace;
import org.appel.applications.model.LatePolicy.Refuse;

import static org.appel.applications.KnownPostingFixture.CLOSES;
import static org.appel.applications.KnownPostingFixture.OPENS;
import static org.appel.applications.KnownPostingFixture.aKnownPosting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class KnownPostingTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant LAST_MOMENT = CLOSES.minus(1, ChronoUnit.MICROS);
    private static final Instant GRACE_ENDS = CLOSES.plus(HOUR);
    private static final Instant LAST_OF_GRACE = GRACE_ENDS.minus(1, ChronoUnit.MICROS);
    private static final Instant YEARS_LATER = CLOSES.plus(3650, ChronoUnit.DAYS);

    static Stream<Arguments> policies() {
        return Stream.of(
                arguments(new Refuse(), OPENS, "IN_TIME"),
                arguments(new Refuse(), LAST_MOMENT, "IN_TIME"),
                arguments(new Refuse(), CLOSES, "deadline-passed"),
                arguments(new Refuse(), YEARS_LATER, "deadline-passed"),
                arguments(new Flag(), LAST_MOMENT, "IN_TIME"),
                arguments(new Flag(), CLOSES, "LATE"),
                arguments(new Flag(), YEARS_LATER, "LATE"),
                arguments(new Grace(HOUR), LAST_MOMENT, "IN_TIME"),
                arguments(new Grace(HOUR), CLOSES, "IN_GRACE"),
                arguments(new Grace(HOUR), LAST_OF_GRACE, "IN_GRACE"),
                arguments(new Grace(HOUR), GRACE_ENDS, "deadline-passed"),
                arguments(new Grace(HOUR), YEARS_LATER, "deadline-passed"));
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @MethodSource("policies")
    void both_doors_keep_to_the_deadline_and_the_policy_to_the_microsecond(
            LatePolicy policy, Instant arrivedAt, String expected) {
        // Given
        var posting = aKnownPosting().late(policy).build();

        // When
        var byApi = outcome(() -> posting.admit(arrivedAt));
        var byMail = outcome(() -> posting.admitByMail(arrivedAt));

        // Then
        assertThat(byApi).isEqualTo(expected);
        assertThat(byMail).isEqualTo(expected);
    }

    static Stream<Arguments> counted() {
        return Stream.of(
                arguments(new Refuse(), LAST_MOMENT, "upload-timeout", "IN_TIME"),
                arguments(new Refuse(), CLOSES, "deadline-passed", "deadline-passed"),
                arguments(new Flag(), LAST_MOMENT, "upload-timeout", "IN_TIME"),
                arguments(new Flag(), CLOSES, "LATE", "LATE"),
                arguments(new Grace(HOUR), LAST_MOMENT, "upload-timeout", "IN_TIME"),
                arguments(new Grace(HOUR), LAST_OF_GRACE, "upload-timeout", "IN_GRACE"),
                arguments(new Grace(HOUR), GRACE_ENDS, "deadline-passed", "deadline-passed"));
    }

    @ParameterizedTest(name = "{0} at {1}: {2} by the API, {3} by mail")
    @MethodSource("counted")
    void once_the_intake_was_counted_only_mails_that_waited_and_flagged_ones_come_on_top(
            LatePolicy policy, Instant arrivedAt, String api, String mail) {
        // Given
        var posting = aKnownPosting().late(policy).counted().build();

        // When
        var byApi = outcome(() -> posting.admit(arrivedAt));
        var byMail = outcome(() -> posting.admitByMail(arrivedAt));

        // Then
        assertThat(byApi).isEqualTo(api);
        assertThat(byMail).isEqualTo(mail);
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                arguments(new Refuse(), LAST_MOMENT, "IN_TIME"),
                arguments(new Refuse(), CLOSES, "deadline-passed"),
                arguments(new Flag(), LAST_MOMENT, "IN_TIME"),
                arguments(new Flag(), CLOSES, "deadline-passed"),
                arguments(new Grace(HOUR), LAST_OF_GRACE, "IN_GRACE"),
                arguments(new Grace(HOUR), GRACE_ENDS, "deadline-passed"));
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @MethodSource("changes")
    void who_applied_by_any_door_changes_the_application_until_deadline_and_grace_are_over(
            LatePolicy policy, Instant arrivedAt, String expected) {
        // Given
        var byApi = aKnownPosting().late(policy).build();
        var byMail = aKnownPosting()
                .notByApi()
                .byMail("jobs@omct.org", "Chargé·e de mission")
                .late(policy)
                .build();

        // When
        var changes = Stream.of(byApi, byMail).map(posting -> outcome(() -> posting.admitChange(arrivedAt)));

        // Then
        assertThat(changes).containsOnly(expected);
    }

    @Test
    void nothing_is_changed_once_the_intake_was_counted() {
        // Given
        var posting = aKnownPosting().counted().build();

        // When
        var change = outcome(() -> posting.admitChange(LAST_MOMENT));

        // Then
        assertThat(change).isEqualTo("upload-timeout");
    }

    @Test
    void a_refusal_after_the_grace_names_the_official_deadline() {
        // Given
        var posting = aKnownPosting().late(new Grace(HOUR)).build();

        // When
        var refused = assertThatThrownBy(() -> posting.admit(GRACE_ENDS));

        // Then
        refused.isInstanceOfSatisfying(ApplicationRefused.class, e -> assertThat(e.refusal())
                .isEqualTo(new Refusal.DeadlinePassed(posting.id(), CLOSES, GRACE_ENDS)));
    }

    @Test
    void the_instant_of_publication_is_the_first_that_is_taken() {
        // Given
        var posting = aKnownPosting().build();

        // When
        var early = OPENS.minusNanos(1);

        // Then
        assertThat(outcome(() -> posting.admit(early))).isEqualTo("not-open-yet");
        assertThat(outcome(() -> posting.admitByMail(early))).isEqualTo("not-open-yet");
        assertThat(outcome(() -> posting.admit(OPENS))).isEqualTo("IN_TIME");
    }

    @Test
    void a_mail_of_the_second_of_the_publication_may_have_come_after_it() {
        // Given
        var second = OPENS.truncatedTo(ChronoUnit.SECONDS);
        var posting = aKnownPosting().publishedAt(second.plusMillis(700)).build();

        // Then
        assertThat(outcome(() -> posting.admitByMail(second))).isEqualTo("IN_TIME");
        assertThat(posting.isOpenToMail(second)).isTrue();
        assertThat(outcome(() -> posting.admitByMail(second.minusSeconds(1)))).isEqualTo("not-open-yet");
        assertThat(outcome(() -> posting.admit(second.plusMillis(699)))).isEqualTo("not-open-yet");
        assertThat(posting.isOpen(second)).isFalse();
    }

    @Test
    void without_deadline_nothing_is_late() {
        // Given
        var posting = aKnownPosting().closing(null).build();

        // When
        var admission = posting.admit(YEARS_LATER);

        // Then
        assertThat(admission).isEqualTo(Admission.IN_TIME);
        assertThat(posting.isOpen(YEARS_LATER)).isTrue();
    }

    @Test
    void a_withdrawn_posting_takes_nothing_by_either_door() {
        // Given
        var posting = aKnownPosting()
                .late(new Flag())
                .byMail("jobs@omct.org", "Chargé·e de mission")
                .withdrawn()
                .build();

        // When
        var byApi = outcome(() -> posting.admit(OPENS));

        // Then
        assertThat(byApi).isEqualTo("posting-withdrawn");
        assertThat(outcome(() -> posting.admitByMail(OPENS))).isEqualTo("posting-withdrawn");
        assertThat(posting.isOpen(OPENS)).isFalse();
    }

    @Test
    void a_posting_that_was_only_heard_of_takes_nothing() {
        // Given
        var posting = aKnownPosting().neverRead().build();

        // When
        var byMail = outcome(() -> posting.admitByMail(OPENS));

        // Then
        assertThat(byMail).isEqualTo("unknown-posting");
        assertThat(posting.isOpen(OPENS)).isFalse();
    }

    @Test
    void a_posting_by_mail_alone_is_closed_to_the_api() {
        // Given
        var posting = aKnownPosting()
                .notByApi()
                .byMail("jobs@omct.org", "Chargé·e de mission")
                .build();

        // When
        var byMail = outcome(() -> posting.admitByMail(OPENS));

        // Then
        assertThat(byMail).isEqualTo("IN_TIME");
        assertThat(outcome(() -> posting.admit(OPENS))).isEqualTo("applies-elsewhere");
    }

    @Test
    void the_public_deadline_knows_no_grace() {
        // Given
        var posting = aKnownPosting().late(new Grace(HOUR)).build();

        // When
        var open = posting.isOpen(CLOSES);

        // Then
        assertThat(open).isFalse();
        assertThat(posting.isOpen(LAST_MOMENT)).isTrue();
    }

    @Test
    void required_documents_come_first_among_those_taken() {
        // When
        var taken = aKnownPosting().build().takenDocuments();

        // Then
        assertThat(taken.subList(0, 2)).extracting(DocumentKind::name).containsExactly("motivation", "cv");
        assertThat(taken).doesNotHaveDuplicates().contains(DocumentKind.OTHER);
    }

    private static String outcome(java.util.function.Supplier<Admission> admit) {
        try {
            return admit.get().name();
        } catch (ApplicationRefused refused) {
            return refused.refusal().code();
        }
    }
}
