package org.appel.postings.authoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.appel.postings.model.Gap;
import org.appel.postings.model.JobAd;
import org.appel.postings.model.Pay;
import org.appel.postings.model.Publishable;

import static org.assertj.core.api.Assertions.assertThat;

/** The five real notices: three can be published as they are, two are silent about what candidates must know. */
class NoticesTest {

    private static final ObjectMapper JSON =
            JsonMapper.builder().findAndAddModules().build();

    @ParameterizedTest
    @CsvSource({
        "omct-charge-espace-civique, 2025-07-09T07:00:00Z, 2025-08-04T00:00+02:00",
        "omct-directeur-programme-ddh, 2024-05-02T07:00:00Z, 2024-05-27T00:00+02:00",
        "omct-secretaire-general, 2026-03-02T07:00:00Z, 2026-04-04T00:00+02:00"
    })
    void a_complete_notice_is_publishable_and_closes_after_its_printed_day(String name, Instant now, String closesAt) {
        // Given
        var ad = notice(name);

        // When
        var gaps = Publishable.gaps(ad, now);

        // Then
        assertThat(gaps).isEmpty();
        assertThat(ad.there(ad.closesAt().orElseThrow())).hasToString(closesAt);
    }

    @Test
    void the_post_of_80_percent_pays_80_percent() {
        // Given
        var ad = notice("omct-charge-espace-civique");

        // When
        var pay = ad.payForThisWorkload();

        // Then
        assertThat(pay).contains(new Pay.ForWorkload(3_072_000L, 3_312_000L, "EUR", Pay.Period.YEAR, true));
    }

    @Test
    void monthly_pay_at_full_time_stays_as_printed() {
        // Given
        var ad = notice("omct-directeur-programme-ddh");

        // When
        var pay = ad.payForThisWorkload();

        // Then
        assertThat(pay).contains(new Pay.ForWorkload(430_000L, 510_000L, "EUR", Pay.Period.MONTH, true));
    }

    @Test
    void pay_in_words_gives_no_figure() {
        // Given
        var ad = notice("omct-secretaire-general");

        // When
        var pay = ad.payForThisWorkload();

        // Then
        assertThat(pay).isEmpty();
    }

    @Test
    void the_mandated_subject_line_is_kept_to_the_letter() {
        // Given
        var ad = notice("omct-directeur-programme-ddh");

        // When
        var email = ad.apply() == null ? null : ad.apply().email();

        // Then
        assertThat(email).isNotNull();
        assertThat(email.subject()).isEqualTo("Director of the HRD Programme");
    }

    @Test
    void the_notice_for_Libya_is_silent_about_workload_deadline_and_application() {
        // Given
        var ad = notice("oim-politiques-protection");

        // When
        var gaps = Publishable.gaps(ad, Instant.parse("2025-07-09T07:00:00Z"));

        // Then
        assertThat(gaps).extracting(Gap::pointer).containsExactly("/workloadPercent", "/deadline", "/apply");
    }

    @Test
    void the_notice_for_Morocco_is_silent_about_the_place_as_well() {
        // Given
        var ad = notice("directeur-promotion-droits-homme");

        // When
        var gaps = Publishable.gaps(ad, Instant.parse("2025-07-09T07:00:00Z"));

        // Then
        assertThat(gaps).extracting(Gap::pointer).containsExactly("/workloadPercent", "/places", "/deadline", "/apply");
    }

    private static JobAd notice(String name) {
        try (var file = NoticesTest.class.getResourceAsStream("/samples/notices/" + name + ".json")) {
            return JSON.readValue(file, AdBody.class).toAd();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
