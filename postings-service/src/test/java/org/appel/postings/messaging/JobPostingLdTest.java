package org.appel.postings.messaging;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.appel.postings.PostingFixtures;
import org.appel.postings.authoring.SampleNotices;
import org.appel.postings.model.ApprovalRule;
import org.appel.postings.model.Boards;
import org.appel.postings.model.Contract;
import org.appel.postings.model.Deadline;
import org.appel.postings.model.HowToApply;
import org.appel.postings.model.JobAd;
import org.appel.postings.model.Organisation;
import org.appel.postings.model.Pay;
import org.appel.postings.model.Place;
import org.appel.postings.model.Place.Arrangement;
import org.appel.postings.model.Posting.Draft;
import org.appel.postings.model.Section;
import org.appel.testing.Contracts;

import static org.appel.postings.PostingFixtures.ID;
import static org.appel.postings.PostingFixtures.NOW;
import static org.appel.postings.PostingFixtures.aNotice;
import static org.appel.postings.PostingFixtures.pay;
import static org.appel.postings.PostingFixtures.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class JobPostingLdTest {

    private static final Path RULES =
            Contracts.root().resolve("postings-service/src/test/resources/schemas/job-posting.schema.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Organisation OMCT = new Organisation(
            "omct",
            "Organisation mondiale contre la torture (OMCT)",
            Map.of("en", "World Organisation Against Torture (OMCT)"),
            "fr",
            List.of("rh@omct.example"),
            "CH",
            java.time.ZoneId.of("Europe/Zurich"),
            ApprovalRule.NONE,
            URI.create("https://www.omct.example"),
            URI.create("https://www.omct.example/logo.png"),
            Boards.NONE);

    static Stream<JobAd> notices() {
        return Stream.concat(SampleNotices.NAMES.stream().map(SampleNotices::ad), Stream.of(bare()));
    }

    @ParameterizedTest
    @MethodSource("notices")
    void every_notice_follows_the_rules_of_search_engines(JobAd ad) {
        // When
        var ld = ld(ad, "fr");

        // Then
        assertThat(Contracts.violations(RULES, ld.toString())).isEmpty();
        assertThat(ld.path("hiringOrganization").path("name").asText()).isEqualTo(OMCT.name());
    }

    @Test
    void a_post_of_80_percent_for_a_year_is_part_time_and_temporary_and_pays_what_it_pays() {
        // When
        var ld = ld(SampleNotices.ad("omct-charge-espace-civique"), "fr");

        // Then
        assertThat(ld.path("employmentType")).extracting(JsonNode::asText).containsExactly("PART_TIME", "TEMPORARY");
        var value = ld.path("baseSalary").path("value");
        assertThat(value.path("minValue").asInt()).isEqualTo(30_720);
        assertThat(value.path("maxValue").asInt()).isEqualTo(33_120);
        assertThat(value.path("unitText").asText()).isEqualTo("YEAR");
        assertThat(ld.path("experienceRequirements").path("monthsOfExperience").asInt())
                .isEqualTo(24);
        assertThat(ld.path("jobLocation").path("address").path("addressCountry").asText())
                .isEqualTo("BE");
    }

    static Stream<Arguments> employments() {
        return Stream.of(
                arguments(100, null, List.of("FULL_TIME")),
                arguments(100, Contract.Type.PERMANENT, List.of("FULL_TIME")),
                arguments(80, Contract.Type.PERMANENT, List.of("PART_TIME")),
                arguments(80, Contract.Type.FIXED_TERM, List.of("PART_TIME", "TEMPORARY")),
                arguments(100, Contract.Type.TEMPORARY, List.of("FULL_TIME", "TEMPORARY")),
                arguments(100, Contract.Type.INTERNSHIP, List.of("FULL_TIME", "INTERN")),
                arguments(null, Contract.Type.CONSULTANCY, List.of("CONTRACTOR")),
                arguments(null, Contract.Type.VOLUNTEER, List.of("VOLUNTEER")));
    }

    @ParameterizedTest
    @MethodSource("employments")
    void the_employment_is_made_of_workload_and_contract(
            @Nullable Integer percent, Contract.@Nullable Type type, List<String> expected) {
        // Given
        var contract = type == null ? null : new Contract(type, null, null, null);
        var ad = aNotice().workload(percent).contract(contract).pay(null).build();

        // When
        var kinds = Employment.of(ad);

        // Then
        assertThat(kinds).extracting(Enum::name).containsExactlyElementsOf(expected);
    }

    @Test
    void the_last_second_of_the_printed_day_is_given_with_its_offset() {
        // When
        var ld = ld(aNotice().deadline(until("2025-08-03")).build(), "fr");

        // Then
        assertThat(ld.path("validThrough").asText()).isEqualTo("2025-08-03T23:59:59+02:00");
        assertThat(ld.path("datePosted").asText()).isEqualTo("2025-07-09T09:00:00+02:00");
    }

    @Test
    void a_posting_without_a_deadline_has_no_end() {
        // When
        var ld = ld(aNotice().deadline(new Deadline.None()).build(), "fr");

        // Then
        assertThat(ld.has("validThrough")).isFalse();
    }

    @Test
    void a_post_that_is_remote_everywhere_says_from_which_countries() {
        // Given
        var ad = aNotice()
                .places(new Place("Tunis", "TN", Arrangement.REMOTE), new Place(null, "BE", Arrangement.REMOTE))
                .build();

        // When
        var ld = ld(ad, "fr");

        // Then
        assertThat(ld.path("jobLocationType").asText()).isEqualTo("TELECOMMUTE");
        assertThat(ld.path("applicantLocationRequirements"))
                .extracting(country -> country.path("name").asText())
                .containsExactly("Tunisia", "Belgium");
        assertThat(ld.has("jobLocation")).isFalse();
        assertThat(Contracts.violations(RULES, ld.toString())).isEmpty();
    }

    @Test
    void a_post_that_is_hybrid_or_has_an_office_too_is_where_the_office_is() {
        // Given
        var ad = aNotice()
                .places(new Place("Genève", "CH", Arrangement.HYBRID), new Place("Tunis", "TN", Arrangement.REMOTE))
                .build();

        // When
        var ld = ld(ad, "fr");

        // Then
        assertThat(ld.has("jobLocationType")).isFalse();
        assertThat(ld.path("jobLocation")
                        .path("address")
                        .path("addressLocality")
                        .asText())
                .isEqualTo("Genève");
    }

    @Test
    void a_place_that_says_nothing_is_no_place_and_a_city_alone_only_where_there_is_no_country() {
        // Given
        var nothing = new Place(null, null, Arrangement.ON_SITE);
        var city = new Place("Georgetown", null, Arrangement.ON_SITE);
        var whole = new Place("Genève", "CH", Arrangement.ON_SITE);
        var remote = new Place("Tunis", "TN", Arrangement.REMOTE);

        // When
        var none = ld(aNotice().places(nothing, remote).build(), "fr");
        var alone = ld(aNotice().places(city, nothing, remote).build(), "fr");
        var beside = ld(aNotice().places(city, whole, nothing, whole).build(), "fr");

        // Then
        assertThat(none.has("jobLocation")).isFalse();
        assertThat(none.has("jobLocationType")).isFalse();
        assertThat(alone.at("/jobLocation/address/addressLocality").asText()).isEqualTo("Georgetown");
        assertThat(beside.at("/jobLocation/address/addressLocality").asText()).isEqualTo("Genève");
    }

    static Stream<Arguments> pays() {
        return Stream.of(
                arguments(pay(430_000L, 430_000L, Pay.Period.MONTH, Pay.Basis.AS_PAID), "{value=4300, unit=MONTH}"),
                arguments(pay(2_550L, null, Pay.Period.HOUR, Pay.Basis.AS_PAID), "{min=25.5, unit=HOUR}"),
                arguments(pay(null, 30_000L, Pay.Period.DAY, Pay.Basis.AS_PAID), "{max=300, unit=DAY}"),
                arguments(pay(500_000L, null, Pay.Period.TOTAL, Pay.Basis.AS_PAID), "none"),
                arguments(new Pay(1L, 2L, "EUR", Pay.Period.YEAR, false, null, Pay.Basis.AS_PAID, null), "none"),
                arguments(new Pay(null, null, null, null, null, null, null, "selon grille"), "none"));
    }

    @ParameterizedTest
    @MethodSource("pays")
    void the_salary_is_a_number_for_a_known_period_or_nothing(Pay pay, String expected) {
        // When
        var salary = ld(aNotice().pay(pay).build(), "fr").path("baseSalary");

        // Then
        assertThat(said(salary)).isEqualTo(expected);
    }

    private static String said(JsonNode salary) {
        if (salary.isMissingNode()) {
            return "none";
        }
        var value = salary.path("value");
        var said = new java.util.LinkedHashMap<String, String>();
        Map.of("value", "value", "minValue", "min", "maxValue", "max").forEach((name, shown) -> {
            if (value.has(name)) {
                said.put(shown, value.path(name).decimalValue().toPlainString());
            }
        });
        said.put("unit", value.path("unitText").asText());
        return said.toString();
    }

    static Stream<Arguments> titles() {
        return Stream.of(
                arguments("Chargé(e) de politiques (P)", "Chargé(e) de politiques"),
                arguments("Chargé·e de mission – Bruxelles", "Chargé·e de mission"),
                arguments("Chargé·e de mission (OMCT-2025-07) (Bruxelles)", "Chargé·e de mission"),
                arguments("Protection de l’espace civique (Tunisie/UE)", "Protection de l’espace civique (Tunisie/UE)"),
                arguments("Directeur du bureau de Bruxelles", "Directeur du bureau de Bruxelles"),
                arguments("(Bruxelles)", "(Bruxelles)"),
                arguments("Juriste\n (80 %)", "Juriste (80 %)"));
    }

    @ParameterizedTest
    @MethodSource("titles")
    void the_title_is_without_what_the_notice_says_elsewhere(String title, String expected) {
        // Given
        var notice = aNotice().text("fr", title, PostingFixtures.aSection(null)).build();
        var ad = new JobAd(
                notice.reference(),
                notice.organisation(),
                notice.originalLanguage(),
                notice.texts(),
                notice.workload(),
                notice.places(),
                notice.contract(),
                "P",
                notice.start(),
                notice.pay(),
                notice.languages(),
                notice.experience(),
                null,
                notice.deadline(),
                notice.apply(),
                notice.selection(),
                null);

        // When
        var ld = ld(ad, "fr");

        // Then
        assertThat(ld.path("title").asText()).isEqualTo(expected);
    }

    @Test
    void applications_by_mail_alone_are_not_direct() {
        // Given
        var byMail = new HowToApply(
                false, new HowToApply.Email("jobs@omct.example", "Poste"), null, List.of("cv"), null, false);

        // When
        var ld = ld(aNotice().apply(byMail).build(), "fr");

        // Then
        assertThat(ld.path("directApply").asBoolean(true)).isFalse();
    }

    @Test
    void each_language_has_its_own_text_and_name_of_the_organisation() {
        // Given
        var ad = aNotice()
                .text("fr", "Directeur·rice", section("Il fait froid"))
                .text("en", "Director", section("It is cold"))
                .build();

        // When
        var french = ld(ad, "fr");
        var english = ld(ad, "en");

        // Then
        assertThat(french.path("title").asText()).isEqualTo("Directeur·rice");
        assertThat(english.path("title").asText()).isEqualTo("Director");
        assertThat(english.path("description").asText()).isEqualTo("<p>It is cold</p>");
        assertThat(english.path("hiringOrganization").path("name").asText())
                .isEqualTo("World Organisation Against Torture (OMCT)");
    }

    @Test
    void nothing_in_a_page_can_end_its_script() throws JsonProcessingException {
        // Given
        var words = "</script><!-- <script> ]]> & \u2028 \u2029 \ud83d\ude00";
        var ad = aNotice().text("fr", words, section(words)).build();
        var ld = JobPostingLd.of(
                new Draft(ID, ad).publish(NOW), OMCT, ad.in(List.of("fr")).orElseThrow(), page());

        // When
        var script = JobPostingLd.forScript(ld);

        // Then
        assertThat(script).doesNotContain("<", ">", "&", "\u2028", "\u2029");
        assertThat(JSON.readTree(script)).isEqualTo(JSON.readTree(JobPostingLd.json(ld)));
        assertThat(JSON.readTree(script).path("title").asText()).isEqualTo("</script><!-- <script> ]]> & \ud83d\ude00");
    }

    private static JobAd bare() {
        return aNotice()
                .reference(null)
                .contract(null)
                .start(null)
                .pay(null)
                .languages()
                .experience(null, null)
                .places(new Place(null, "BE", null))
                .deadline(new Deadline.None())
                .build();
    }

    private static Section section(String paragraph) {
        return new Section(Section.Kind.ROLE, null, null, List.of(paragraph), List.of());
    }

    private static JsonNode ld(JobAd ad, String language) {
        var open = new Draft(ID, ad).publish(NOW);
        var version = ad.in(List.of(language)).orElseThrow();
        try {
            return JSON.readTree(JobPostingLd.json(JobPostingLd.of(open, OMCT, version, page())));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static URI page() {
        return URI.create("https://jobs.example.org/careers/fr/postings/" + ID);
    }
}
