package org.appel.postings.reliefweb;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.appel.postings.authoring.SampleNotices;
import org.appel.postings.model.ApprovalRule;
import org.appel.postings.model.Boards;
import org.appel.postings.model.Contract;
import org.appel.postings.model.Deadline;
import org.appel.postings.model.JobAd;
import org.appel.postings.model.Organisation;
import org.appel.postings.model.Place;
import org.appel.postings.model.Posting.Draft;
import org.appel.postings.model.ReliefWebSettings;
import org.appel.postings.model.Section;
import org.appel.postings.reliefweb.JobDocuments.Made;
import org.appel.postings.reliefweb.JobDocuments.Missing;
import org.appel.testing.Contracts;

import static org.appel.postings.PostingFixtures.ID;
import static org.appel.postings.PostingFixtures.NOW;
import static org.appel.postings.PostingFixtures.aNotice;
import static org.appel.postings.PostingFixtures.aSection;
import static org.appel.postings.PostingFixtures.until;
import static org.assertj.core.api.Assertions.assertThat;

class JobDocumentTest {

    private static final Path RULES =
            Contracts.root().resolve("postings-service/src/test/resources/schemas/reliefweb-job.schema.json");
    private static final String URL = "https://jobs.example.org/careers/fr/postings/" + ID;
    private static final ReliefWebSettings SETTINGS =
            new ReliefWebSettings(6867, List.of(4600), List.of(22), null, 258);

    @Test
    void the_name_of_a_document_is_made_of_its_address() {
        // When
        var uuid = JobDocument.uuid("https://test.test/test/job");

        // Then
        assertThat(uuid).isEqualTo(UUID.fromString("9ecb3e0d-41e1-54e7-a24d-e3975111e5a2"));
    }

    static Stream<JobAd> notices() {
        return SampleNotices.NAMES.stream().map(SampleNotices::ad);
    }

    @ParameterizedTest
    @MethodSource("notices")
    void every_sample_notice_is_a_valid_document_once_its_team_has_chosen(JobAd ad) {
        // When
        var document = made(ad, SETTINGS).document();

        // Then
        assertThat(document).isNotNull();
        assertThat(Contracts.violations(RULES, document.json())).isEmpty();
        assertThat(document.fields())
                .containsEntry("uuid", JobDocument.uuid(URL).toString())
                .containsEntry("closing_date", "2199-08-03T23:59:59Z")
                .containsEntry("source", List.of(1503));
    }

    @Test
    void what_nobody_has_said_is_named_and_not_made_up() {
        // Given
        var ad = aNotice()
                .text("fr", "Juriste", aSection(null))
                .experience(null, null)
                .deadline(new Deadline.None())
                .build();

        // When
        var made = JobDocuments.open(
                new Draft(ID, ad).publish(NOW), organisation(Boards.NONE), ReliefWebSettings.NONE, URL);

        // Then
        assertThat(made.document()).isNull();
        assertThat(made.missing())
                .extracting(Missing::field)
                .containsExactly("title", "source", "closing_date", "job_experience", "career_category");
    }

    @ParameterizedTest
    @CsvSource({"0, 258", "2, 258", "3, 259", "4, 259", "5, 260", "9, 260", "10, 261", "25, 261"})
    void years_of_experience_become_a_number_of_ReliefWeb(int years, int number) {
        // When
        var made = made(
                aNotice().experience(years, null).build(),
                new ReliefWebSettings(6867, List.of(), List.of(), null, null));

        // Then
        assertThat(fields(made)).containsEntry("job_experience", List.of(number));
    }

    @ParameterizedTest
    @CsvSource({
        "PERMANENT, 263",
        "FIXED_TERM, 263",
        "TEMPORARY, 263",
        "CONSULTANCY, 264",
        "INTERNSHIP, 265",
        "VOLUNTEER, 266"
    })
    void the_contract_becomes_a_number_of_ReliefWeb(Contract.Type type, int number) {
        // When
        var made = made(aNotice().contract(new Contract(type, null, null, null)).build(), SETTINGS);

        // Then
        assertThat(fields(made)).containsEntry("job_type", List.of(number));
    }

    @ParameterizedTest
    @CsvSource({"6863, false", "6864, false", "6866, false", "20966, false", "6867, true"})
    void categories_that_have_no_themes_get_none(int category, boolean hasThemes) {
        // When
        var made = made(aNotice().build(), new ReliefWebSettings(category, List.of(4600), List.of(), null, null));

        // Then
        assertThat(fields(made).containsKey("theme")).isEqualTo(hasThemes);
        assertThat(fields(made)).doesNotContainKeys("country", "city");
    }

    @Test
    void the_day_is_the_printed_one_in_every_zone() {
        // When
        var made = made(
                aNotice()
                        .deadline(until("2025-08-03", null, "America/New_York"))
                        .build(),
                SETTINGS);

        // Then
        assertThat(fields(made)).containsEntry("closing_date", "2025-08-03T23:59:59Z");
    }

    @Test
    void a_closed_one_has_a_day_that_has_passed() {
        // Given
        var open = made(aNotice().build(), SETTINGS);

        // When
        var closed = JobDocument.closed(JobDocument.uuid(URL), json(open), NOW);

        // Then
        assertThat(closed.fields()).containsEntry("closing_date", "2025-07-08T23:59:59Z");
        assertThat(Instant.parse("2025-07-08T23:59:59Z")).isBefore(NOW);
        assertThat(Contracts.violations(RULES, closed.json())).isEmpty();
        assertThat(closed.fields()).containsOnlyKeys(fields(open).keySet());
        assertThat(closed.uuid()).hasToString(fields(open).get("uuid").toString());
    }

    @Test
    void hostile_text_becomes_what_ReliefWeb_takes() {
        // Given
        var hostile =
                "  A\u0001\u200fb\u00a0\u00a0c\t\n</p><script>x</script>  *markdown* \u2028 \ud800 \ud83d\ude00  ";
        var section = new Section(Section.Kind.ROLE, hostile, null, List.of(hostile, hostile), List.of(hostile));
        var howTo = new Section(Section.Kind.HOW_TO_APPLY, null, null, List.of(hostile), List.of());
        var ad = aNotice()
                .text("fr", hostile, section, howTo)
                .places(new Place(hostile, "BE", null))
                .build();

        // When
        var made = made(ad, SETTINGS);

        // Then
        assertThat(Contracts.violations(RULES, json(made))).isEmpty();
        assertThat(fields(made).get("body").toString())
                .doesNotContain("<script")
                .contains("&lt;script&gt;x&lt;/script&gt; *markdown*");
        assertThat(fields(made).get("title")).isEqualTo("Ab c </p><script>x</script> *markdown* \ud83d\ude00");
    }

    @Test
    void a_text_that_is_too_long_is_not_cut() {
        // Given
        var ad = aNotice()
                .text(
                        "fr",
                        "Chargé·e de mission",
                        new Section(Section.Kind.ROLE, null, null, List.of("x".repeat(100_000)), List.of()))
                .build();

        // When
        var made = made(ad, SETTINGS);

        // Then
        assertThat(made.missing()).extracting(Missing::field).containsExactly("body");
    }

    @Test
    void how_to_apply_gives_the_address_and_the_mandated_subject() {
        // When
        var made = made(aNotice().build(), SETTINGS);

        // Then
        assertThat(fields(made).get("how_to_apply"))
                .isEqualTo(
                        "<p>Postuler : " + URL + "</p><p>Postuler : applications@omct.org – «Chargé·e de mission»</p>");
    }

    private static Made made(JobAd ad, ReliefWebSettings settings) {
        return JobDocuments.open(new Draft(ID, ad).publish(NOW), organisation(onReliefWeb()), settings, URL);
    }

    private static Map<String, Object> fields(Made made) {
        assertThat(made.missing()).isEmpty();
        return made.document() == null ? Map.of() : made.document().fields();
    }

    private static String json(Made made) {
        return made.document() == null ? "" : made.document().json();
    }

    private static Boards onReliefWeb() {
        return new Boards(null, null, 1503);
    }

    private static Organisation organisation(Boards boards) {
        return new Organisation(
                "omct",
                "OMCT",
                Map.of(),
                "fr",
                List.of("rh@omct.example"),
                "CH",
                ZoneId.of("Europe/Zurich"),
                ApprovalRule.NONE,
                URI.create("https://www.omct.example"),
                null,
                boards);
    }
}
