package org.appel.postings.careers;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.appel.postings.model.Deadline;

import static org.assertj.core.api.Assertions.assertThat;

class DatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FR|2025-08-03|     |Europe/Brussels  |dimanche 3~août 2025, 23~h~59, heure de Bruxelles",
                "EN|2025-08-03|     |Europe/Brussels  |Sunday 3~August 2025, 23:59, Brussels time",
                "FR|2026-05-01|17:00|Africa/Tunis     |vendredi 1er~mai 2026, 17~h~00, heure de Tunis",
                "EN|2026-05-01|17:00|Africa/Tunis     |Friday 1~May 2026, 17:00, Tunis time",
                "FR|2026-05-02|09:05|Africa/Algiers   |samedi 2~mai 2026, 9~h~05, heure d’Alger",
                "FR|2026-05-02|     |Africa/Cairo     |samedi 2~mai 2026, 23~h~59, heure du Caire",
                "FR|2026-05-02|     |Europe/Athens    |samedi 2~mai 2026, 23~h~59, heure d’Athènes",
                "EN|2026-05-02|     |UTC              |Saturday 2~May 2026, 23:59, UTC"
            })
    void a_deadline_is_written_in_words_with_the_time_of_its_place(
            PageLanguage language, LocalDate date, @Nullable LocalTime time, ZoneId zone, String expected) {
        // Given
        var deadline = new Deadline.Printed(date, time, zone, null);

        // When
        var words = new Dates(language).deadline(deadline);

        // Then
        assertThat(words).isEqualTo(expected.replace('~', '\u00a0'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the night that has an hour more|2026-10-25|     |Europe/Brussels|25~October 2026, 23:59, Brussels time",
                "the night that has an hour less|2026-03-29|     |Europe/Brussels|29~March 2026, 23:59, Brussels time",
                "the day before                 |2026-03-28|     |Europe/Brussels|28~March 2026, 23:59, Brussels time",
                "noon after the clocks changed  |2026-03-29|12:00|Europe/Brussels|29~March 2026, 12:00, Brussels time",
                "midnight, when the day begins  |2026-05-02|00:00|Europe/Brussels|2~May 2026, 00:00, Brussels time",
                "the last minute of a year      |2026-12-31|23:59|Africa/Tunis   |31~December 2026, 23:59, Tunis time"
            })
    void the_last_minute_is_the_one_that_is_printed_whatever_the_clocks_do(
            String when, LocalDate date, @Nullable LocalTime time, ZoneId zone, String expected) {
        // Given
        var closesAt = new Deadline.Printed(date, time, zone, null).closesAt().orElseThrow();

        // When
        var last = Dates.lastMinute(closesAt, zone).toInstant();

        // Then
        assertThat(new Dates(PageLanguage.EN).moment(last, zone)).as(when).isEqualTo(expected.replace('~', '\u00a0'));
    }
}
