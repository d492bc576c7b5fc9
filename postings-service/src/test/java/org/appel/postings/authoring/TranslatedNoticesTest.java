package org.appel.postings.authoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.postings.model.Gap;
import org.appel.postings.model.JobAd;
import org.appel.postings.model.LanguageAgreement;

import static org.assertj.core.api.Assertions.assertThat;

/** The five notices with a translation that a person would write, and with one slip of the pen each. */
class TranslatedNoticesTest {

    private static final ObjectMapper JSON =
            JsonMapper.builder().findAndAddModules().build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "omct-charge-espace-civique",
                "omct-directeur-programme-ddh",
                "omct-secretaire-general",
                "oim-politiques-protection",
                "directeur-promotion-droits-homme"
            })
    void a_faithful_translation_agrees(String notice) {
        // Given
        var ad = translated(notice, "", "");

        // When
        var disagreements = LanguageAgreement.disagreements(ad);

        // Then
        assertThat(disagreements).isEmpty();
        assertThat(ad.texts()).containsOnlyKeys("fr", "en");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "omct-charge-espace-civique | and 41,400 | and 44,100 | /sections/7/paragraphs/1 | 44,100 | 41’400",
                "omct-charge-espace-civique | EUR 38,400 | CHF 38,400 | /sections/7/paragraphs/1 | CHF | EURO",
                "omct-charge-espace-civique | (80%) | (70%) | /sections/7/paragraphs/1 | 70% | 80%",
                "omct-charge-espace-civique | 20 days | 25 days | /sections/7/paragraphs/1 | 25 days | 20 jours",
                "omct-charge-espace-civique | 12 months | 10 months | /sections/7/paragraphs/3 | 10 months | 12 mois",
                "omct-charge-espace-civique | 3 August 2025 | 31 August 2025 | /sections/8/paragraphs/4 | 31 August 2025 | 03 aout 2025",
                "omct-charge-espace-civique | September 1, 2025 | September 10, 2025 | /sections/8/paragraphs/3 | September 10, 2025 | 1 septembre 2025",
                "omct-charge-espace-civique | its team in Brussels | its team in Geneva | /sections/0/paragraphs/0 | Geneva | Bruxelles",
                "omct-charge-espace-civique | based in Geneva | based in Vienna | /sections/1/paragraphs/0 | Vienna | Genève",
                "omct-charge-espace-civique | than 75 countries | than 57 countries | /sections/1/paragraphs/0 | 57 | 75",
                "omct-charge-espace-civique | applications@omct.org | application@omct.org | /sections/8/paragraphs/0 | application@omct.org | applications@omct.org",
                "omct-directeur-programme-ddh | €5,100 | €5,200 | /sections/7/paragraphs/1 | 5,200 | 5’100",
                "omct-directeur-programme-ddh | May 26th, 2024 | May 29th, 2024 | /sections/8/paragraphs/2 | May 29th, 2024 | 26 mai 2024",
                "omct-directeur-programme-ddh | (EU) (20%) | (EU) (30%) | /sections/0/paragraphs/0 | 30% | 20%",
                "omct-secretaire-general | 25 days | 15 days | /sections/9/paragraphs/1 | 15 days | 25 jours",
                "omct-secretaire-general | 1 July 2026 | 1 June 2026 | /sections/10/paragraphs/1 | 1 June 2026 | 1er juillet 2026",
                "omct-secretaire-general | from Switzerland | from Sweden | /sections/9/paragraphs/2 | Sweden | Suisse",
                "oim-politiques-protection | in 1951 | in 1915 | /sections/0/paragraphs/0 | 1915 | 1951",
                "oim-politiques-protection | IOM Libya. | IOM Tunisia. | /sections/1/paragraphs/0 | Tunisia | Libye",
            })
    void one_slip_is_found_and_nothing_else(
            String notice, String right, String wrong, String at, String says, String originalSays) {
        // Given
        var ad = translated(notice, right, wrong);

        // When
        var disagreements = LanguageAgreement.disagreements(ad);

        // Then
        assertThat(disagreements)
                .containsExactly(new Gap(
                        "/texts/en" + at, "says “" + says + "” where the original (fr) says “" + originalSays + "”"));
    }

    private static JobAd translated(String notice, String right, String wrong) {
        try {
            ObjectNode json = (ObjectNode) JSON.readTree(text("/samples/notices/" + notice + ".json"));
            var english = text("/translations/" + notice + ".en.json");
            assertThat(english).contains(right);
            JsonNode changed = JSON.readTree(
                    right.isEmpty() ? english : english.replaceFirst(java.util.regex.Pattern.quote(right), wrong));
            json.withObject("/texts").set("en", changed);
            return JSON.treeToValue(json, AdBody.class).toAd();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String file) throws IOException {
        try (var stream = TranslatedNoticesTest.class.getResourceAsStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
