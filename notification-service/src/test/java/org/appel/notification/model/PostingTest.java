package org.appel.notification.model;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.appel.notification.NotificationFixtures.aPosting;
import static org.appel.notification.NotificationFixtures.anOpenPosting;
import static org.appel.notification.NotificationFixtures.brusselsDeadline;
import static org.assertj.core.api.Assertions.assertThat;

class PostingTest {

    @Test
    void its_title_is_the_original_one_where_there_is_no_translation() {
        // Given
        var posting = aPosting(Map.of("fr", "Juriste"), null);

        // When
        var title = posting.titleIn(Language.EN);

        // Then
        assertThat(title).isEqualTo("Juriste");
    }

    @Test
    void it_takes_applications_up_to_the_instant_at_which_it_closes() {
        // Given
        var posting = anOpenPosting();
        var closesAt = brusselsDeadline().closesAt();

        // When
        var before = posting.takesApplicationsAt(closesAt.minusNanos(1));
        var at = posting.takesApplicationsAt(closesAt);

        // Then
        assertThat(before).isTrue();
        assertThat(at).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"fr, en, FR", "EN, fr, EN", "ar, fr, FR", "ar, en, EN", "es, pt, EN"})
    void a_letter_is_written_in_the_first_language_that_there_are_words_for(
            String asked, String original, Language expected) {
        // When
        var language = Language.firstOf(asked, original);

        // Then
        assertThat(language).isEqualTo(expected);
    }
}
