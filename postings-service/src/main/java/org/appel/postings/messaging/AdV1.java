package org.appel.postings.messaging;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Coded;
import org.appel.postings.model.Contract;
import org.appel.postings.model.Deadline;
import org.appel.postings.model.Experience;
import org.appel.postings.model.HowToApply;
import org.appel.postings.model.JobAd;
import org.appel.postings.model.LatePolicy;
import org.appel.postings.model.Pay;
import org.appel.postings.model.Place;
import org.appel.postings.model.Section;
import org.appel.postings.model.Start;
import org.appel.postings.model.Text;
import org.appel.postings.model.WorkingLanguage;

/**
 * A notice as JSON, version 1. Each field is always written, null when there is no value, but those that came later.
 *
 * @param workloadPercent 1 to 100
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AdV1(
        @Nullable String reference,
        String organisation,
        @Nullable String originalLanguage,
        Map<String, TextV1> texts,
        @Nullable Integer workloadPercent,
        List<PlaceV1> places,
        @Nullable ContractV1 contract,
        @Nullable String grade,
        @Nullable StartV1 start,
        @Nullable PayV1 pay,
        List<LanguageV1> languages,
        @Nullable YearsV1 experienceYears,
        @Nullable String workPermit,
        @Nullable DeadlineV1 deadline,
        @Nullable ApplyV1 apply,
        List<String> selection,
        @Nullable Integer retentionMonths) {

    public static AdV1 of(JobAd ad) {
        return of(ad, ApplyV1.of(ad.apply()));
    }

    /** Without what only the hiring team may know. */
    public static AdV1 forThePublic(JobAd ad) {
        var apply = ApplyV1.of(ad.apply());
        return of(ad, apply == null ? null : apply.forThePublic());
    }

    /** The same notice with only one of its texts. */
    public AdV1 in(String language) {
        var text = texts.get(language);
        return new AdV1(
                reference,
                organisation,
                originalLanguage,
                text == null ? Map.of() : Map.of(language, text),
                workloadPercent,
                places,
                contract,
                grade,
                start,
                pay,
                languages,
                experienceYears,
                workPermit,
                deadline,
                apply,
                selection,
                retentionMonths);
    }

    private static AdV1 of(JobAd ad, @Nullable ApplyV1 apply) {
        var texts = new LinkedHashMap<String, TextV1>();
        ad.texts().forEach((language, text) -> texts.put(language, TextV1.of(text)));
        var workload = ad.workload();
        return new AdV1(
                ad.reference(),
                ad.organisation(),
                ad.originalLanguage(),
                texts,
                workload == null ? null : workload.percent(),
                ad.places().stream().map(PlaceV1::of).toList(),
                ContractV1.of(ad.contract()),
                ad.grade(),
                StartV1.of(ad.start()),
                PayV1.of(ad.pay()),
                ad.languages().stream().map(LanguageV1::of).toList(),
                YearsV1.of(ad.experience()),
                ad.workPermit(),
                DeadlineV1.of(ad.deadline()),
                apply,
                ad.selection().stream().map(Coded::code).toList(),
                ad.retentionMonths());
    }

    /** The notice in one language. */
    public record TextV1(String title, List<SectionV1> sections) {
        static TextV1 of(Text text) {
            return new TextV1(
                    text.title(), text.sections().stream().map(SectionV1::of).toList());
        }
    }

    /** @param share percent of the working time */
    public record SectionV1(
            String kind,
            @Nullable String heading,
            @Nullable Integer share,
            List<String> paragraphs,
            List<String> items) {
        static SectionV1 of(Section section) {
            return new SectionV1(
                    section.kind().code(), section.heading(), section.share(), section.paragraphs(), section.items());
        }
    }

    /** A duty station. */
    public record PlaceV1(
            @Nullable String city,
            @Nullable String country,
            @Nullable String arrangement) {
        public static PlaceV1 of(Place place) {
            return new PlaceV1(place.city(), place.country(), code(place.arrangement()));
        }
    }

    /** How the person is engaged. */
    public record ContractV1(
            @Nullable String type,
            @Nullable Integer months,
            @Nullable Boolean renewable,
            @Nullable String condition) {
        public static @Nullable ContractV1 of(@Nullable Contract contract) {
            return contract == null
                    ? null
                    : new ContractV1(
                            code(contract.type()), contract.months(), contract.renewable(), contract.condition());
        }
    }

    /** When the work begins: one of three shapes. */
    @Schema(oneOf = {StartV1.OnDate.class, StartV1.InMonth.class, StartV1.AsSoonAsPossible.class})
    public sealed interface StartV1 {
        static @Nullable StartV1 of(@Nullable Start start) {
            return switch (start) {
                case null -> null;
                case Start.OnDate s -> new OnDate(s.date(), s.provisional());
                case Start.InMonth s -> new InMonth(s.month(), s.provisional());
                case Start.AsSoonAsPossible _ -> new AsSoonAsPossible(true);
            };
        }

        /** On a day. */
        @Schema(name = "StartOnDate")
        record OnDate(LocalDate date, boolean provisional) implements StartV1 {}

        /** Some time in a month. */
        @Schema(name = "StartInMonth")
        record InMonth(
                @JsonFormat(pattern = "uuuu-MM") @Schema(implementation = String.class, examples = "2026-07")
                YearMonth month,

                boolean provisional)
                implements StartV1 {}

        /** @param asap always true */
        @Schema(name = "StartAsSoonAsPossible")
        record AsSoonAsPossible(boolean asap) implements StartV1 {}
    }

    /** The pay as printed; amounts in units of {@code currency}. */
    public record PayV1(
            @Nullable BigDecimal from,
            @Nullable BigDecimal to,
            @Nullable String currency,
            @Nullable String per,
            @Nullable Boolean gross,
            @Nullable Integer paymentsPerYear,
            @Nullable String basis,
            @Nullable String text) {
        static @Nullable PayV1 of(@Nullable Pay pay) {
            return pay == null
                    ? null
                    : new PayV1(
                            PayForWorkloadV1.units(pay.fromCents()),
                            PayForWorkloadV1.units(pay.toCents()),
                            pay.currency(),
                            code(pay.per()),
                            pay.gross(),
                            pay.paymentsPerYear(),
                            code(pay.basis()),
                            pay.text());
        }
    }

    /** A language that the work asks for. */
    public record LanguageV1(
            String code, String need, @Nullable String level) {
        public static LanguageV1 of(WorkingLanguage language) {
            return new LanguageV1(language.code(), language.need().code(), language.level());
        }
    }

    /** Years of experience. */
    public record YearsV1(@Nullable Integer from, @Nullable Integer to) {
        static @Nullable YearsV1 of(@Nullable Experience years) {
            return years == null ? null : new YearsV1(years.from(), years.to());
        }
    }

    /** Until when applications are taken: one of two shapes. */
    @Schema(oneOf = {DeadlineV1.Printed.class, DeadlineV1.None.class})
    public sealed interface DeadlineV1 {
        static @Nullable DeadlineV1 of(@Nullable Deadline deadline) {
            return switch (deadline) {
                case null -> null;
                case Deadline.None _ -> new None(true);
                case Deadline.Printed d -> {
                    var zone = d.zone();
                    var time = d.time();
                    yield new Printed(
                            d.date(),
                            time == null ? null : time.toString(),
                            zone == null ? null : zone.getId(),
                            d.wording());
                }
            };
        }

        /** @param time last minute, as in 17:00; null for the whole day */
        @Schema(name = "PrintedDeadline")
        record Printed(
                LocalDate date,
                @Nullable String time,
                @Nullable String zone,
                @Nullable String wording) implements DeadlineV1 {}

        /** @param none always true: open until filled */
        @Schema(name = "NoDeadline")
        record None(boolean none) implements DeadlineV1 {}
    }

    /**
     * The ways in which an application is taken.
     *
     * @param late left out where nobody said what becomes of late applications
     * @param protectCandidates left out unless true
     */
    public record ApplyV1(
            boolean api,
            @Nullable EmailV1 email,
            @Nullable String url,
            List<String> documents,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            LateV1 late,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean protectCandidates) {
        static @Nullable ApplyV1 of(@Nullable HowToApply apply) {
            return apply == null
                    ? null
                    : new ApplyV1(
                            apply.api(),
                            EmailV1.of(apply.email()),
                            apply.url(),
                            apply.documents(),
                            LateV1.of(apply.late()),
                            apply.protectCandidates() ? true : null);
        }

        ApplyV1 forThePublic() {
            return new ApplyV1(api, email, url, documents, null, protectCandidates);
        }
    }

    /**
     * What becomes of applications after the deadline.
     *
     * @param policy refuse, flag or grace
     * @param graceMinutes left out unless the policy is grace
     */
    @Schema(description = "What becomes of applications after the deadline; only its hiring team sees it")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LateV1(String policy, @Nullable Integer graceMinutes) {
        static @Nullable LateV1 of(@Nullable LatePolicy late) {
            return late == null ? null : new LateV1(late.kind().code(), late.graceMinutes());
        }
    }

    /** @param subject the mandated subject line */
    public record EmailV1(String address, @Nullable String subject) {
        static @Nullable EmailV1 of(HowToApply.@Nullable Email email) {
            return email == null ? null : new EmailV1(email.address(), email.subject());
        }
    }

    private static @Nullable String code(@Nullable Coded choice) {
        return choice == null ? null : choice.code();
    }
}
