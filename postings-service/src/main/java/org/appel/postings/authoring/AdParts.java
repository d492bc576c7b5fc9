package org.appel.postings.authoring;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.postings.config.Registered;
import org.appel.postings.config.Registered.In;
import org.appel.postings.model.Coded;
import org.appel.postings.model.Contract;
import org.appel.postings.model.Experience;
import org.appel.postings.model.HowToApply;
import org.appel.postings.model.LatePolicy;
import org.appel.postings.model.Pay;
import org.appel.postings.model.Place;
import org.appel.postings.model.Section;
import org.appel.postings.model.Start;
import org.appel.postings.model.Text;
import org.appel.postings.model.WorkingLanguage;

/** The parts of the body of an ad. */
final class AdParts {

    private AdParts() {}

    record TextBody(
            @Size(max = 300) @Nullable String title,
            @Size(max = 100) @Nullable List<@Valid @NotNull SectionBody> sections) {
        Text toText() {
            return new Text(
                    title == null ? "" : title,
                    list(sections).stream().map(SectionBody::toSection).toList());
        }
    }

    record SectionBody(
            @NotNull(message = "is missing: what the section is about") @CodeOf(Section.Kind.class)
            String kind,

            @Size(max = 500) @Nullable String heading,
            @Min(1) @Max(100) @Nullable Integer share,
            @Size(max = 200) @Nullable List<@NotNull String> paragraphs,
            @Size(max = 200) @Nullable List<@NotNull String> items) {
        Section toSection() {
            return new Section(Coded.of(Section.Kind.class, kind), heading, share, list(paragraphs), list(items));
        }
    }

    record PlaceBody(
            @Size(min = 1, max = 100) @Nullable String city,
            @Registered(In.COUNTRIES) @Nullable String country,
            @CodeOf(Place.Arrangement.class) @Nullable String arrangement) {
        Place toPlace() {
            return new Place(city, country, choice(Place.Arrangement.class, arrangement));
        }
    }

    record ContractBody(
            @CodeOf(Contract.Type.class) @Nullable String type,
            @Min(1) @Max(600) @Nullable Integer months,
            @Nullable Boolean renewable,
            @Size(min = 1, max = 1000) @Nullable String condition) {
        Contract toContract() {
            return new Contract(choice(Contract.Type.class, type), months, renewable, condition);
        }
    }

    @Shaped.WellShaped
    record StartBody(
            @Nullable LocalDate date,

            @Schema(implementation = String.class, examples = "2026-07") @Nullable
            YearMonth month,

            @Nullable Boolean asap,

            @Nullable Boolean provisional)
            implements Shaped {
        @Override
        public Optional<String> objection() {
            if (Stream.of(date != null, month != null, Boolean.TRUE.equals(asap))
                            .filter(given -> given)
                            .count()
                    != 1) {
                return Optional.of("must have exactly one of date, month, or asap as true");
            }
            if (Boolean.TRUE.equals(asap) && Boolean.TRUE.equals(provisional)) {
                return Optional.of("must not be provisional without a date or month");
            }
            int year = date != null ? date.getYear() : month != null ? month.getYear() : DeadlineBody.FIRST_YEAR;
            return DeadlineBody.objectionTo(year);
        }

        Start toStart() {
            boolean notFirm = Boolean.TRUE.equals(provisional);
            if (date != null) {
                return new Start.OnDate(date, notFirm);
            }
            return month != null ? new Start.InMonth(month, notFirm) : new Start.AsSoonAsPossible();
        }
    }

    record PayBody(
            @DecimalMin("0") @DecimalMax("1000000000000") @Digits(integer = 13, fraction = 2) @Nullable
            BigDecimal from,

            @DecimalMin("0") @DecimalMax("1000000000000") @Digits(integer = 13, fraction = 2) @Nullable
            BigDecimal to,

            @Registered(In.CURRENCIES) @Nullable String currency,

            @CodeOf(Pay.Period.class) @Nullable String per,

            @Nullable Boolean gross,

            @Min(1) @Max(60) @Nullable Integer paymentsPerYear,

            @CodeOf(Pay.Basis.class) @Nullable String basis,

            @Size(min = 1, max = 1000) @Nullable String text) {
        Pay toPay() {
            return new Pay(
                    cents(from),
                    cents(to),
                    currency,
                    choice(Pay.Period.class, per),
                    gross,
                    paymentsPerYear,
                    choice(Pay.Basis.class, basis),
                    text);
        }

        private static @Nullable Long cents(@Nullable BigDecimal units) {
            return units == null ? null : units.movePointRight(2).longValueExact();
        }
    }

    record LanguageBody(
            @NotNull(message = "is missing: which language") @Registered(In.LANGUAGES)
            String code,

            @NotNull(message = "is missing: required or asset") @CodeOf(WorkingLanguage.Need.class)
            String need,

            @Size(min = 1, max = 200) @Nullable String level) {
        WorkingLanguage toLanguage() {
            return new WorkingLanguage(code, Coded.of(WorkingLanguage.Need.class, need), level);
        }
    }

    record YearsBody(
            @Min(0) @Max(60) @Nullable Integer from,
            @Min(0) @Max(60) @Nullable Integer to) {
        Experience toExperience() {
            return new Experience(from, to);
        }
    }

    @Shaped.WellShaped
    record ApplyBody(
            @Nullable Boolean api,

            @Valid @Nullable EmailBody email,

            @Size(max = 2000) @Nullable String url,

            @Size(max = 20) @Nullable
            List<
                            @NotNull
                            @Pattern(
                                    regexp = "[a-z][a-z0-9_]{0,39}",
                                    message = "must be a kind of document such as cover_letter")
                            String>
                    documents,

            @Valid @Nullable LateBody late,

            @Schema(description = "Whether traces of people, places and times are taken out of the documents that come")
            @Nullable
            Boolean protectCandidates)
            implements Shaped {
        /** The intake takes the part of this name for the person's own words, never for a document. */
        private static final String PART_OF_THE_PERSON = "application";

        @Override
        public Optional<String> objection() {
            if (url != null && !isWebAddress(url)) {
                return Optional.of("has a url that is no web address such as https://example.org/jobs");
            }
            if (list(documents).contains(PART_OF_THE_PERSON)) {
                return Optional.of(
                        "names a document application, which is the part of a request that says who applies");
            }
            return list(documents).size() == new HashSet<>(list(documents)).size()
                    ? Optional.empty()
                    : Optional.of("names a document twice");
        }

        HowToApply toHowToApply() {
            return new HowToApply(
                    Boolean.TRUE.equals(api),
                    email == null ? null : email.toEmail(),
                    url,
                    list(documents),
                    late == null ? null : late.toLatePolicy(),
                    Boolean.TRUE.equals(protectCandidates));
        }

        private static boolean isWebAddress(String text) {
            try {
                var uri = URI.create(text);
                return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }

    @Schema(
            description = "What becomes of applications after the deadline; where it is left out they are refused."
                    + " The public is not told.")
    @Shaped.WellShaped
    record LateBody(
            @Schema(enumeration = {"refuse", "flag", "grace"})
            @NotNull(message = "is missing: refuse, flag or grace")
            @CodeOf(LatePolicy.Kind.class)
            String policy,

            @Schema(description = "How long after the deadline applications are taken; with policy grace only")
            @Min(1)
            @Max(LatePolicy.LONGEST_GRACE)
            @Nullable
            Integer graceMinutes)
            implements Shaped {
        @Override
        public Optional<String> objection() {
            boolean grace = LatePolicy.Kind.GRACE.code().equals(policy);
            if (grace && graceMinutes == null) {
                return Optional.of("is a grace without graceMinutes: say how long");
            }
            return !grace && graceMinutes != null
                    ? Optional.of("has graceMinutes, and its policy is not grace")
                    : Optional.empty();
        }

        LatePolicy toLatePolicy() {
            return new LatePolicy(Coded.of(LatePolicy.Kind.class, policy), graceMinutes);
        }
    }

    record EmailBody(
            @NotNull(message = "is missing: where applications are mailed to") @Email @Size(max = 254)
            String address,

            @Size(min = 1, max = 200) @Nullable String subject) {
        HowToApply.Email toEmail() {
            return new HowToApply.Email(address, subject);
        }
    }

    private static <E extends Enum<E> & Coded> @Nullable E choice(Class<E> choices, @Nullable String code) {
        return code == null ? null : Coded.of(choices, code);
    }

    /** What was given, or nothing. */
    static <T> List<T> list(@Nullable List<T> given) {
        return Objects.requireNonNullElse(given, List.of());
    }
}
