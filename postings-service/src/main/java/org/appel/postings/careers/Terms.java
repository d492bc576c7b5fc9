package org.appel.postings.careers;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Contract;
import org.appel.postings.model.Experience;
import org.appel.postings.model.JobAd;
import org.appel.postings.model.Pay;
import org.appel.postings.model.Place;
import org.appel.postings.model.SelectionStep;
import org.appel.postings.model.Start;
import org.appel.postings.model.WorkingLanguage;
import org.appel.postings.model.Workload;

/** The terms of a post in words of the page's language. What a notice leaves out is the empty text. */
final class Terms {

    private static final String RANGE = "\u00a0–\u00a0";

    private final PageLanguage language;
    private final CareersWords words;

    Terms(PageLanguage language) {
        this.language = language;
        words = language.words();
    }

    String places(List<Place> places) {
        return places.stream().map(this::place).collect(Collectors.joining("; "));
    }

    private String place(Place place) {
        var where = Stream.of(place.city(), place.country() == null ? null : country(place.country()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        var arrangement = place.arrangement();
        if (arrangement == null) {
            return where;
        }
        if (where.isEmpty()) {
            return arrangement == Place.Arrangement.REMOTE ? words.anywhere() : arrangement(arrangement);
        }
        return where + " (" + arrangement(arrangement) + ")";
    }

    private String arrangement(Place.Arrangement arrangement) {
        return switch (arrangement) {
            case ON_SITE -> words.onSite();
            case HYBRID -> words.hybrid();
            case REMOTE -> words.remote();
        };
    }

    /** @param code ISO 3166-1 alpha-2 */
    String country(String code) {
        return Locale.of("", code).getDisplayCountry(language.locale());
    }

    /** @param code ISO 639-1 */
    String languageName(String code) {
        return Locale.of(code).getDisplayLanguage(language.locale());
    }

    String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(language.locale()) + text.substring(1);
    }

    String workload(@Nullable Workload workload) {
        if (workload == null) {
            return "";
        }
        return workload.percent() == 100 ? words.fullTime() : words.percent(workload.percent());
    }

    String contractType(Contract.Type type) {
        return switch (type) {
            case PERMANENT -> words.contractPermanent();
            case FIXED_TERM -> words.contractFixedTerm();
            case TEMPORARY -> words.contractTemporary();
            case CONSULTANCY -> words.contractConsultancy();
            case INTERNSHIP -> words.contractInternship();
            case VOLUNTEER -> words.contractVolunteer();
        };
    }

    /** Without the condition of a renewal, which is in the notice's words. */
    String contract(@Nullable Contract contract) {
        if (contract == null) {
            return "";
        }
        var renewable = contract.renewable();
        return Stream.of(
                        contract.type() == null ? null : contractType(contract.type()),
                        contract.months() == null ? null : months(contract.months()),
                        renewable == null ? null : renewable ? words.renewable() : words.notRenewable())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    String months(int months) {
        return words.months(months);
    }

    String start(@Nullable Start start) {
        var dates = new Dates(language);
        return switch (start) {
            case null -> "";
            case Start.OnDate on -> firm(dates.day(on.date()), on.provisional());
            case Start.InMonth in -> firm(capitalised(dates.month(in.month())), in.provisional());
            case Start.AsSoonAsPossible _ -> words.startAsap();
        };
    }

    private String firm(String when, boolean provisional) {
        return provisional ? when + " (" + words.provisional() + ")" : when;
    }

    /** What this very post pays; the empty text without a figure. */
    String pay(JobAd ad) {
        return ad.payForThisWorkload()
                .map(pay -> range(pay.fromCents(), pay.toCents(), pay.currency()) + period(pay.gross(), pay.per()))
                .orElseGet(() -> printed(ad.pay()));
    }

    /** Where the figures were cut to the workload: what the notice prints. */
    String payAsPrinted(JobAd ad) {
        var pay = ad.pay();
        var workload = ad.workload();
        boolean cut = pay != null
                && pay.basis() == Pay.Basis.FULL_TIME
                && workload != null
                && workload.percent() < 100
                && ad.payForThisWorkload().isPresent();
        var notes = Stream.of(
                        cut
                                ? words.payForWorkload(workload.percent()) + "; "
                                        + words.payFullTime(
                                                range(pay.fromCents(), pay.toCents(), String.valueOf(pay.currency())))
                                : null,
                        pay == null || pay.paymentsPerYear() == null ? null : words.payments(pay.paymentsPerYear()))
                .filter(Objects::nonNull);
        return notes.collect(Collectors.joining("; "));
    }

    private String printed(@Nullable Pay pay) {
        if (pay == null || !pay.hasFigure()) {
            return "";
        }
        var amount = range(pay.fromCents(), pay.toCents(), pay.currency() == null ? "" : pay.currency());
        return pay.per() == null ? amount : amount + period(pay.gross(), pay.per());
    }

    private String period(@Nullable Boolean gross, Pay.Period per) {
        var kind = gross == null ? "" : gross ? " " + words.gross() : " " + words.net();
        return kind
                + " "
                + switch (per) {
                    case HOUR -> words.perHour();
                    case DAY -> words.perDay();
                    case MONTH -> words.perMonth();
                    case YEAR -> words.perYear();
                    case TOTAL -> words.perTotal();
                };
    }

    private String range(@Nullable Long from, @Nullable Long to, String currency) {
        if (from != null && to != null) {
            return from.equals(to) ? amount(from, currency) : amount(from, currency) + RANGE + amount(to, currency);
        }
        return from != null
                ? words.payFrom(amount(from, currency))
                : words.payTo(amount(Objects.requireNonNull(to), currency));
    }

    private String amount(long cents, String currency) {
        var format = NumberFormat.getInstance(language.locale());
        format.setMinimumFractionDigits(cents % 100 == 0 ? 0 : 2);
        format.setMaximumFractionDigits(2);
        var number = format.format(BigDecimal.valueOf(cents, 2));
        if (currency.isEmpty()) {
            return number;
        }
        boolean euro = currency.equals("EUR");
        return switch (language) {
            case FR -> number + "\u00a0" + (euro ? "€" : currency);
            case EN -> euro ? "€" + number : currency + "\u00a0" + number;
        };
    }

    String language(WorkingLanguage asked) {
        return capitalised(languageName(asked.code())) + " (" + need(asked.need()) + ")";
    }

    private String need(WorkingLanguage.Need need) {
        return switch (need) {
            case REQUIRED -> words.required();
            case ASSET -> words.asset();
        };
    }

    String experience(@Nullable Experience experience) {
        if (experience == null) {
            return "";
        }
        var from = experience.from();
        var to = experience.to();
        if (from != null && to != null) {
            return words.years(from.equals(to) ? from.toString() : from + RANGE + to);
        }
        if (from != null) {
            return words.yearsFrom(from);
        }
        return to == null ? "" : words.yearsTo(to);
    }

    String step(SelectionStep step) {
        return switch (step) {
            case WRITTEN_TEST -> words.stepWrittenTest();
            case PANEL_INTERVIEW -> words.stepPanelInterview();
        };
    }

    /** @param kind as in {@code cover_letter} */
    String document(String kind) {
        return switch (kind) {
            case "cv" -> words.kindCv();
            case "cover_letter" -> words.kindCoverLetter();
            case "certificate" -> words.kindCertificate();
            case "reference" -> words.kindReference();
            case "writing_sample" -> words.kindWritingSample();
            case "other" -> words.otherDocuments();
            default -> words.kindNamed(kind.replace('_', ' '));
        };
    }
}
