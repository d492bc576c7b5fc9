package org.appel.postings.authoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

import org.appel.postings.model.Deadline;
import org.appel.postings.model.JobAd;
import org.appel.postings.model.Place;
import org.appel.postings.model.WorkingLanguage;
import org.appel.postings.model.notice.NoticeReader;
import org.appel.postings.model.notice.ReadNotice;

import static org.assertj.core.api.Assertions.assertThat;

/** What is read in the five real notices is what a careful person read in them, and nothing else. */
class TheFiveNoticesAreReadTest {
    static final List<String> NAMES = SampleNotices.NAMES;

    private static final ObjectMapper JSON =
            JsonMapper.builder().findAndAddModules().build();

    @ParameterizedTest
    @FieldSource("NAMES")
    void every_field_is_as_a_careful_person_read_it(String name) {
        // Given
        var careful = careful(name);

        // When
        var read = read(name).ad();

        // Then: reference, zone, arrangement and retention stand in no notice
        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFields("reference", "deadline", "places", "languages", "retentionMonths")
                .isEqualTo(careful);
        assertThat(read.reference()).isNull();
        assertThat(read.retentionMonths()).isNull();
        assertThat(read.deadline()).isEqualTo(withoutZone(careful.deadline()));
        assertThat(read.places())
                .isEqualTo(careful.places().stream()
                        .map(place -> new Place(place.city(), place.country(), null))
                        .toList());
        assertThat(read.languages())
                .extracting(WorkingLanguage::code, WorkingLanguage::need)
                .isEqualTo(careful.languages().stream()
                        .map(language -> org.assertj.core.groups.Tuple.tuple(language.code(), language.need()))
                        .toList());
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void the_words_from_which_a_field_was_read_stand_in_the_notice(String name) {
        // When
        var read = read(name);

        // Then
        var text = text(name).replaceAll("[ \u00a0]+", " ");
        assertThat(read.found()).allSatisfy(found -> assertThat(text)
                .contains(found.words().replace("…", "").replaceAll("[ \u00a0]+", " ")));
        assertThat(read.doubts()).allSatisfy(doubt -> assertThat(text)
                .contains(doubt.words().replace("…", "").replaceAll("[ \u00a0]+", " ")));
    }

    @ParameterizedTest
    @CsvSource({
        "omct-charge-espace-civique, ''",
        "omct-secretaire-general, ''",
        "omct-directeur-programme-ddh, /experienceYears",
        "oim-politiques-protection, /places /languages /experienceYears",
        "directeur-promotion-droits-homme, /texts/fr/title"
    })
    void what_a_person_has_to_decide_is_left_to_them(String name, String pointers) {
        // When
        var doubts = read(name).doubts();

        // Then
        assertThat(String.join(
                        " ", doubts.stream().map(doubt -> doubt.pointer()).toList()))
                .isEqualTo(pointers);
    }

    private static Deadline withoutZone(Deadline deadline) {
        return deadline instanceof Deadline.Printed printed
                ? new Deadline.Printed(printed.date(), printed.time(), null, printed.wording())
                : deadline;
    }

    private static ReadNotice read(String name) {
        return NoticeReader.read(careful(name).organisation(), text(name), null);
    }

    private static JobAd careful(String name) {
        try (var file = TheFiveNoticesAreReadTest.class.getResourceAsStream("/samples/notices/" + name + ".json")) {
            return JSON.readValue(file, AdBody.class).toAd();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        try (var file = TheFiveNoticesAreReadTest.class.getResourceAsStream("/samples/notices/" + name + ".txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
