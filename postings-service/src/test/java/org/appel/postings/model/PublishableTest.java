package org.appel.postings.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.appel.postings.PostingFixtures.Notice;
import org.appel.postings.model.Pay.Basis;
import org.appel.postings.model.Pay.Period;
import org.appel.postings.model.WorkingLanguage.Need;

import static org.appel.postings.PostingFixtures.NOW;
import static org.appel.postings.PostingFixtures.aNotice;
import static org.appel.postings.PostingFixtures.aSection;
import static org.appel.postings.PostingFixtures.pay;
import static org.appel.postings.PostingFixtures.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class PublishableTest {

    @Test
    void a_complete_notice_can_be_published() {
        // Given
        var ad = aNotice().build();

        // When
        var gaps = Publishable.gaps(ad, NOW);

        // Then
        assertThat(gaps).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("incomplete")
    void what_is_missing_is_named_where_it_belongs(String pointer, Notice notice) {
        // Given
        var ad = notice.build();

        // When
        var gaps = Publishable.gaps(ad, NOW);

        // Then
        assertThat(gaps).extracting(Gap::pointer).containsExactly(pointer);
    }

    static Stream<Arguments> incomplete() {
        return Stream.of(
                arguments("/originalLanguage", aNotice().originalLanguage(null)),
                arguments("/texts", aNotice().withoutTexts()),
                arguments("/texts/fr/title", aNotice().text("fr", " ", aSection(null))),
                arguments("/texts/fr/sections", aNotice().text("fr", "Chargé·e")),
                arguments("/texts/en/title", aNotice().text("en", "", aSection(null))),
                arguments("/workloadPercent", aNotice().workload(null).pay(null)),
                arguments("/places", aNotice().places()),
                arguments("/places/0/country", aNotice().places(new Place("Bruxelles", null, null))),
                arguments("/contract/type", aNotice().contract(new Contract(null, 12, null, null))),
                arguments("/pay", aNotice().pay(payOf(null, null, null, null))),
                arguments("/pay/currency", aNotice().pay(payOf(1L, null, Period.YEAR, Basis.AS_PAID))),
                arguments("/pay/per", aNotice().pay(new Pay(1L, null, "EUR", null, true, null, Basis.AS_PAID, null))),
                arguments("/pay/basis", aNotice().pay(pay(1L, 2L, Period.YEAR, null))),
                arguments("/deadline", aNotice().deadline(null)),
                arguments(
                        "/deadline/zone",
                        aNotice().deadline(new Deadline.Printed(LocalDate.parse("2025-08-03"), null, null, null))),
                arguments("/apply", aNotice().apply(null)),
                arguments("/apply", aNotice().apply(howToApply(false, null, null, "cv"))),
                arguments("/pay", aNotice().pay(payOf(null, null, null, null, " "))),
                arguments("/apply/email/subject", aNotice().apply(byMail(null, "cv"))),
                arguments("/apply/email/subject", aNotice().apply(byMail(" ", "cv"))),
                arguments("/apply/documents", aNotice().apply(byMail("Chargé·e"))),
                arguments("/apply/documents", aNotice().apply(howToApply(true, null, null))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contradictory")
    void what_contradicts_itself_is_named_where_it_stands(String pointer, Notice notice) {
        // Given
        var ad = notice.build();

        // When
        var gaps = Publishable.gaps(ad, NOW);

        // Then
        assertThat(gaps).extracting(Gap::pointer).containsExactly(pointer);
    }

    static Stream<Arguments> contradictory() {
        return Stream.of(
                arguments("/originalLanguage", aNotice().originalLanguage("en")),
                arguments("/texts/fr/sections", aNotice().text("fr", "Chargé·e", aSection(80), aSection(25))),
                arguments(
                        "/texts/en/sections", aNotice().text("en", "Officer", aSection(75), aSection(25), aSection(1))),
                arguments("/contract/months", aNotice().contract(permanent(12, null, null))),
                arguments("/contract/renewable", aNotice().contract(permanent(null, true, null))),
                arguments("/contract/condition", aNotice().contract(permanent(null, null, "selon les fonds"))),
                arguments(
                        "/contract/condition",
                        aNotice().contract(new Contract(Contract.Type.FIXED_TERM, 12, false, "selon les fonds"))),
                arguments("/languages/1/code", aNotice().languages(french(Need.REQUIRED), french(Need.ASSET))),
                arguments("/start", aNotice().start(new Start.OnDate(LocalDate.parse("2025-08-02"), false))),
                arguments("/start", aNotice().start(new Start.InMonth(YearMonth.parse("2025-07"), true))),
                arguments("/pay/from", aNotice().pay(pay(2L, 1L, Period.YEAR, Basis.AS_PAID))),
                arguments("/pay/basis", volunteer().pay(pay(1L, 2L, Period.YEAR, Basis.FULL_TIME))),
                arguments(
                        "/pay/paymentsPerYear",
                        aNotice().pay(new Pay(1L, 2L, "EUR", Period.HOUR, true, 12, Basis.AS_PAID, null))),
                arguments("/experienceYears/from", aNotice().experience(5, 2)),
                arguments("/deadline/date", aNotice().deadline(until("2025-07-08"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fine")
    void what_a_notice_may_leave_open_is_no_gap(String what, Notice notice) {
        // Given
        var ad = notice.build();

        // When
        var gaps = Publishable.gaps(ad, NOW);

        // Then
        assertThat(gaps).as(what).isEmpty();
    }

    static Stream<Arguments> fine() {
        return Stream.of(
                arguments("no reference", aNotice().reference(null)),
                arguments("no contract", aNotice().contract(null)),
                arguments("a permanent contract", aNotice().contract(permanent(null, null, null))),
                arguments(
                        "a permanent contract that says it is not renewed",
                        aNotice().contract(permanent(null, false, null))),
                arguments("no pay", aNotice().pay(null)),
                arguments("pay in words", aNotice().pay(payOf(null, null, null, null, "normes des ONG"))),
                arguments("full-time pay without basis", aNotice().workload(100).pay(pay(1L, 2L, Period.MONTH, null))),
                arguments("a volunteer without workload", volunteer()),
                arguments("as soon as possible", aNotice().start(new Start.AsSoonAsPossible())),
                arguments(
                        "a start in the deadline's month",
                        aNotice().start(new Start.InMonth(YearMonth.parse("2025-08"), true))),
                arguments(
                        "a start on the deadline's day",
                        aNotice().start(new Start.OnDate(LocalDate.parse("2025-08-03"), false))),
                arguments("open until filled", aNotice().deadline(new Deadline.None())),
                arguments("the deadline's last day", aNotice().deadline(until("2025-07-09"))),
                arguments("another language without sections", aNotice().text("en", "Officer")),
                arguments(
                        "an address elsewhere alone",
                        aNotice().apply(howToApply(false, null, "https://omct.org/jobs"))));
    }

    @Test
    void everything_is_named_at_once() {
        // Given
        var ad = new JobAd(
                null, "oim", null, Map.of(), null, List.of(), null, null, null, null, List.of(), null, null, null, null,
                List.of(), null);

        // When
        var gaps = Publishable.gaps(ad, NOW);

        // Then
        assertThat(gaps)
                .extracting(Gap::pointer)
                .containsExactly("/originalLanguage", "/texts", "/workloadPercent", "/places", "/deadline", "/apply");
        assertThat(gaps).extracting(Gap::detail).allMatch(detail -> detail.startsWith("is missing"));
    }

    @Test
    void the_instant_of_closing_is_already_too_late() {
        // Given
        var ad = aNotice().deadline(until("2025-08-03")).build();
        var closesAt = ad.closesAt().orElseThrow();

        // When
        var gaps = Publishable.gaps(ad, closesAt);

        // Then
        assertThat(gaps).extracting(Gap::pointer).containsExactly("/deadline/date");
        assertThat(Publishable.gaps(ad, closesAt.minusNanos(1))).isEmpty();
    }

    private static Notice volunteer() {
        return aNotice().workload(null).pay(null).contract(new Contract(Contract.Type.VOLUNTEER, null, null, null));
    }

    private static Contract permanent(
            @Nullable Integer months, @Nullable Boolean renewable, @Nullable String condition) {
        return new Contract(Contract.Type.PERMANENT, months, renewable, condition);
    }

    private static WorkingLanguage french(Need need) {
        return new WorkingLanguage("fr", need, null);
    }

    private static HowToApply byMail(@Nullable String subject, String... documents) {
        return howToApply(false, new HowToApply.Email("applications@omct.org", subject), null, documents);
    }

    private static HowToApply howToApply(
            boolean api, HowToApply.@Nullable Email email, @Nullable String url, String... documents) {
        return new HowToApply(api, email, url, List.of(documents), null, false);
    }

    private static Pay payOf(@Nullable Long from, @Nullable Long to, @Nullable Period per, @Nullable Basis basis) {
        return new Pay(from, to, null, per, null, null, basis, null);
    }

    private static Pay payOf(
            @Nullable Long from, @Nullable Long to, @Nullable Period per, @Nullable Basis basis, String text) {
        return new Pay(from, to, null, per, null, null, basis, text);
    }
}
