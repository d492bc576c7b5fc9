package org.appel.postings.model;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.appel.postings.PostingFixtures.aNotice;
import static org.appel.postings.PostingFixtures.until;
import static org.assertj.core.api.Assertions.assertThat;

class DeadlineTest {

    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "2025-08-03, Europe/Brussels, 2025-08-03T22:00:00Z, Brussels in summer",
        "2024-05-26, Europe/Brussels, 2024-05-26T22:00:00Z, Brussels in another summer",
        "2026-04-03, Europe/Zurich, 2026-04-03T22:00:00Z, Geneva",
        "2025-11-30, Africa/Tunis, 2025-11-30T23:00:00Z, Tunis without summer time",
        "2025-07-31, Africa/Tunis, 2025-07-31T23:00:00Z, Tunis in summer just so",
        "2025-02-15, Africa/Casablanca, 2025-02-15T23:00:00Z, Casablanca an hour ahead",
        "2025-03-15, Africa/Casablanca, 2025-03-16T00:00:00Z, Casablanca in Ramadan",
        "2025-02-22, Africa/Casablanca, 2025-02-22T23:00:00Z, Casablanca before the Ramadan shift of that night",
        "2025-03-29, Europe/Lisbon, 2025-03-30T00:00:00Z, Lisbon before its spring night",
        "2025-03-30, Europe/Lisbon, 2025-03-30T23:00:00Z, Lisbon on a day of 23 hours",
        "2025-10-26, Europe/Lisbon, 2025-10-27T00:00:00Z, Lisbon on a day of 25 hours",
        "2011-12-29, Pacific/Apia, 2011-12-30T10:00:00Z, Apia before the day that it skipped",
        "2011-12-30, Pacific/Apia, 2011-12-30T10:00:00Z, Apia on the day that it skipped",
        "2011-12-31, Pacific/Apia, 2011-12-31T10:00:00Z, Apia after the day that it skipped",
        "2018-11-03, America/Sao_Paulo, 2018-11-04T03:00:00Z, Sao Paulo whose next day begins at one",
        "2025-11-01, America/Havana, 2025-11-02T04:00:00Z, Havana whose next midnight comes twice: the first ends the day",
        "2025-12-31, UTC, 2026-01-01T00:00:00Z, the last day of a year"
    })
    void a_printed_day_ends_where_the_next_begins(String date, String zone, Instant expected, String ignoredCase) {
        // Given
        var deadline = until(date, null, zone);

        // When
        var closesAt = deadline.closesAt();

        // Then
        assertThat(closesAt).contains(expected);
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource({
        "2025-08-03, 17:00, Europe/Brussels, 2025-08-03T15:01:00Z, a minute counts whole",
        "2025-08-03, 23:59, Europe/Brussels, 2025-08-03T22:00:00Z, the last minute of a day is its end",
        "2025-08-03, 00:00, Europe/Brussels, 2025-08-02T22:01:00Z, the first minute of a day",
        "2025-03-30, 01:30, Europe/Lisbon, 2025-03-30T01:31:00Z, a skipped minute moves forward",
        "2025-03-30, 00:59, Europe/Lisbon, 2025-03-30T01:00:00Z, the last minute before the clocks skip",
        "2025-10-26, 01:30, Europe/Lisbon, 2025-10-26T01:31:00Z, a minute that comes twice ends the second time",
        "2025-10-26, 00:59, Europe/Lisbon, 2025-10-26T00:00:00Z, the last minute that comes once",
        "2025-02-23, 02:30, Africa/Casablanca, 2025-02-23T02:31:00Z, twice in Casablanca when Ramadan nears",
        "2011-12-30, 12:00, Pacific/Apia, 2011-12-30T22:01:00Z, a minute of the day that Apia skipped"
    })
    void a_printed_minute_counts_whole(String date, String time, String zone, Instant expected, String ignoredCase) {
        // Given
        var deadline = until(date, time, zone);

        // When
        var closesAt = deadline.closesAt();

        // Then
        assertThat(closesAt).contains(expected);
    }

    @Test
    void open_until_filled_never_closes() {
        // Given
        var deadline = new Deadline.None();

        // When
        var closesAt = deadline.closesAt();

        // Then
        assertThat(closesAt).isEmpty();
    }

    @Test
    void without_a_zone_nobody_knows_when_it_closes() {
        // Given
        var deadline = new Deadline.Printed(LocalDate.parse("2025-08-03"), null, null, "au plus tard le 03 aout 2025");

        // When
        var closesAt = deadline.closesAt();

        // Then
        assertThat(closesAt).isEmpty();
    }

    @Test
    void the_moment_is_shown_as_the_clocks_there_show_it() {
        // Given
        var ad = aNotice().deadline(until("2025-08-03")).build();

        // When
        var there = ad.there(ad.closesAt().orElseThrow());

        // Then
        assertThat(there).hasToString("2025-08-04T00:00+02:00");
    }
}
