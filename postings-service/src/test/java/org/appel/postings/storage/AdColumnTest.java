package org.appel.postings.storage;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.appel.postings.PostingFixtures.Notice;
import org.appel.postings.model.Deadline;
import org.appel.postings.model.HowToApply;
import org.appel.postings.model.LatePolicy;
import org.appel.postings.model.Start;

import static java.util.stream.Stream.of;
import static org.appel.postings.PostingFixtures.aNotice;
import static org.appel.postings.PostingFixtures.until;
import static org.assertj.core.api.Assertions.assertThat;

class AdColumnTest {

    private final AdColumn column = new AdColumn();

    static java.util.stream.Stream<Notice> notices() {
        return of(
                aNotice(),
                aNotice().start(new Start.InMonth(YearMonth.parse("2026-07"), true)),
                aNotice().start(new Start.AsSoonAsPossible()).deadline(new Deadline.None()),
                aNotice().deadline(until("2025-08-17", "18:00", "Europe/Brussels")),
                aNotice().deadline(new Deadline.Printed(LocalDate.parse("2025-08-17"), null, null, "mi-août")),
                aNotice()
                        .apply(new HowToApply(
                                true, null, null, List.of("cv"), new LatePolicy(LatePolicy.Kind.GRACE, 90), true)),
                aNotice()
                        .withoutTexts()
                        .workload(null)
                        .pay(null)
                        .contract(null)
                        .start(null)
                        .apply(null));
    }

    @ParameterizedTest
    @MethodSource("notices")
    void a_notice_is_read_as_it_was_written(Notice notice) {
        // Given
        var ad = notice.build();

        // When
        var read = column.convertToEntityAttribute(column.convertToDatabaseColumn(ad));

        // Then
        assertThat(read).isEqualTo(ad);
    }

    @Test
    void what_an_earlier_release_stored_is_still_read() {
        // Given
        var stored = """
                {"reference": null, "organisation": "omct", "originalLanguage": "fr",
                 "texts": {"fr": {"title": "Chargé·e", "sections": [{"kind": "HOW_TO_APPLY", "heading": null,
                   "share": null, "paragraphs": [], "items": []}]}},
                 "workload": {"percent": 80}, "places": [{"city": "Bruxelles", "country": "BE", "arrangement": "ON_SITE"}],
                 "contract": null, "grade": null, "start": {"shape": "month", "month": "2026-07", "provisional": true},
                 "pay": {"fromCents": 3840000, "toCents": null, "currency": "EUR", "per": "YEAR", "gross": null,
                   "paymentsPerYear": null, "basis": "FULL_TIME", "text": null},
                 "languages": [], "experience": null, "workPermit": null,
                 "deadline": {"shape": "printed", "date": "2025-08-03", "time": "18:00:00", "zone": "Europe/Brussels",
                   "wording": null},
                 "apply": {"api": true, "email": null, "url": null, "documents": ["cv"]},
                 "selection": ["WRITTEN_TEST"], "retentionMonths": 24, "aFieldOfALaterRelease": 1}""";

        // When
        var read = column.convertToEntityAttribute(stored);

        // Then
        assertThat(read).isNotNull();
        assertThat(read.apply()).isEqualTo(new HowToApply(true, null, null, List.of("cv"), null, false));
        assertThat(read.closesAt()).hasToString("Optional[2025-08-03T16:01:00Z]");
        assertThat(read.payForThisWorkload())
                .hasValueSatisfying(pay -> assertThat(pay.fromCents()).isEqualTo(3_072_000L));
    }
}
