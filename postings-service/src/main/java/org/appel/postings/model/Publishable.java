package org.appel.postings.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a notice must say to be published, and what it must not say at the same time. Each check names everything that it
 * finds, so that whoever writes the notice is told all of it at once.
 */
public final class Publishable {

    private final JobAd ad;
    private final Set<Gap> confirmed;
    private final List<Gap> gaps = new ArrayList<>();

    private Publishable(JobAd ad, Set<Gap> confirmed) {
        this.ad = ad;
        this.confirmed = confirmed;
    }

    /**
     * Everything that keeps a notice from being published at {@code now}.
     *
     * @return in the order of the notice's fields; empty if it can be published
     */
    public static List<Gap> gaps(JobAd ad, Instant now) {
        return gaps(ad, now, Set.of());
    }

    /**
     * Everything that keeps a notice from being published at {@code now}.
     *
     * @param confirmed disagreements of language versions of which somebody has said that they are none
     * @return in the order of the notice's fields; empty if it can be published
     * @see LanguageAgreement
     */
    static List<Gap> gaps(JobAd ad, Instant now, Set<Gap> confirmed) {
        var check = new Publishable(ad, confirmed);
        check.notice();
        check.deadline("/deadline", now);
        check.apply();
        return List.copyOf(check.gaps);
    }

    /**
     * Everything that keeps an open posting from being changed to this notice.
     *
     * @param before the posting's deadline, which an amendment leaves alone
     * @param closesAt what was computed of it; null for none
     * @param confirmed disagreements of language versions of which somebody has said that they are none
     */
    static List<Gap> gapsInAmendment(
            JobAd ad, @Nullable Deadline before, @Nullable Instant closesAt, Instant now, Set<Gap> confirmed) {
        var check = new Publishable(ad, confirmed);
        check.notice();
        check.deadline("/deadline", now);
        if (ad.deadline() != null
                && !ad.deadline().equals(before)
                && !Objects.equals(ad.closesAt().orElse(null), closesAt)) {
            check.add("/deadline", "moves by PUT /postings/{id}/deadline, so that candidates are told of it");
        }
        check.apply();
        return List.copyOf(check.gaps);
    }

    /**
     * Everything that is wrong with the new deadline of a notice, with pointers into the deadline alone.
     *
     * @param before the deadline that candidates were told and count on; null for none
     */
    static List<Gap> gapsInDeadline(JobAd ad, @Nullable Instant before, Instant now) {
        var check = new Publishable(ad, Set.of());
        check.deadline("", now);
        ad.closesAt()
                .filter(newClosesAt -> before != null && newClosesAt.isBefore(before))
                .ifPresent(
                        _ -> check.add("/date", "would take time away from candidates: a deadline is only extended"));
        check.startAfter("/date");
        return List.copyOf(check.gaps);
    }

    /**
     * What is wrong with the new deadline of a closed posting. That the work would have begun before it is not: a closed
     * posting cannot be amended, so HR reopens it first and mends the start then.
     */
    static List<Gap> gapsInReopening(JobAd ad, Instant now) {
        var check = new Publishable(ad, Set.of());
        check.deadline("", now);
        return List.copyOf(check.gaps);
    }

    private void notice() {
        texts();
        LanguageAgreement.disagreements(ad).stream()
                .filter(disagreement -> !confirmed.contains(disagreement))
                .forEach(gaps::add);
        workload();
        places();
        contract();
        startAfter("/start");
        pay();
        languages();
        experience();
    }

    private void texts() {
        var original = ad.originalLanguage();
        if (original == null) {
            add("/originalLanguage", "is missing: the language in which the notice was written first");
        }
        if (ad.texts().isEmpty()) {
            add("/texts", "is missing: the notice in at least its original language");
        } else if (original != null && !ad.texts().containsKey(original)) {
            add("/originalLanguage", "is " + original + ", and there is no text in it");
        }
        ad.texts().forEach((language, text) -> {
            if (text.title().isEmpty()) {
                add("/texts/" + language + "/title", "is missing: every language version has a title");
            }
            if (language.equals(original) && text.sections().isEmpty()) {
                add("/texts/" + language + "/sections", "is empty: the original has at least one section");
            }
            var shares = text.sections().stream()
                    .map(Section::share)
                    .filter(Objects::nonNull)
                    .mapToInt(Integer::intValue)
                    .sum();
            if (shares > 100) {
                add("/texts/" + language + "/sections", "have shares of " + shares + " % together, more than 100 %");
            }
        });
    }

    private void workload() {
        var contract = ad.contract();
        if (ad.workload() == null && (contract == null || !contract.isWithoutWorkload())) {
            add("/workloadPercent", "is missing: only a consultancy or a volunteer's post goes without");
        }
    }

    private void places() {
        if (ad.places().isEmpty()) {
            add("/places", "is missing: at least one duty station, with its country");
        } else if (ad.places().stream().allMatch(place -> place.country() == null)) {
            add("/places/0/country", "is missing: at least one duty station has a country");
        }
    }

    private void contract() {
        var contract = ad.contract();
        if (contract == null) {
            return;
        }
        if (contract.type() == null) {
            add("/contract/type", "is missing: a contract is of some type");
        }
        if (!contract.isPermanent()) {
            if (Boolean.FALSE.equals(contract.renewable()) && contract.condition() != null) {
                add("/contract/condition", "contradicts renewable: what is not renewed depends on no condition");
            }
            return;
        }
        if (contract.months() != null) {
            add("/contract/months", "contradicts the type: a permanent contract has no number of months");
        }
        if (Boolean.TRUE.equals(contract.renewable())) {
            add("/contract/renewable", "contradicts the type: a permanent contract is not renewed");
        }
        if (contract.condition() != null) {
            add("/contract/condition", "contradicts the type: a permanent contract is not renewed on a condition");
        }
    }

    private void pay() {
        var pay = ad.pay();
        if (pay == null) {
            return;
        }
        if (!pay.hasFigure()) {
            if (isSilent(pay.text())) {
                add("/pay", "is empty: a figure, or a text when there is none");
            }
            return;
        }
        figures(pay);
        if (pay.fromCents() != null && pay.toCents() != null && pay.fromCents() > pay.toCents()) {
            add("/pay/from", "is more than the highest pay");
        }
        if (pay.paymentsPerYear() != null
                && pay.per() != null
                && pay.per() != Pay.Period.MONTH
                && pay.per() != Pay.Period.YEAR) {
            add("/pay/paymentsPerYear", "contradicts pay per " + pay.per().code());
        }
    }

    private void figures(Pay pay) {
        if (pay.currency() == null) {
            add("/pay/currency", "is missing: a figure has a currency");
        }
        if (pay.per() == null) {
            add("/pay/per", "is missing: a figure is for an hour, a day, a month, a year or in total");
        }
        var workload = ad.workload();
        if (pay.basis() == Pay.Basis.FULL_TIME && workload == null) {
            add("/pay/basis", "is full-time, and there is no workload to derive this post's pay from");
        }
        if (pay.basis() == null && workload != null && !workload.isFullTime()) {
            add("/pay/basis", "is missing: at " + workload.percent() + " % the figures are full-time or as paid");
        }
    }

    private void languages() {
        var named = new HashSet<String>();
        for (int i = 0; i < ad.languages().size(); i++) {
            var code = ad.languages().get(i).code();
            if (!named.add(code)) {
                add("/languages/" + i + "/code", "names " + code + " a second time");
            }
        }
    }

    private void experience() {
        var years = ad.experience();
        if (years != null && years.from() != null && years.to() != null && years.from() > years.to()) {
            add("/experienceYears/from", "is more than the most years");
        }
    }

    private void deadline(String pointer, Instant now) {
        switch (ad.deadline()) {
            case null -> add(pointer, "is missing: a date, or none as long as the post is not filled");
            case Deadline.None _ -> {}
            case Deadline.Printed printed -> {
                if (printed.zone() == null) {
                    add(pointer + "/zone", "is missing: the time zone in which the day ends");
                }
                printed.closesAt()
                        .filter(closesAt -> !closesAt.isAfter(now))
                        .ifPresent(closesAt -> add(
                                pointer + "/date", "has passed: applications would have been taken until " + closesAt));
            }
        }
    }

    private void startAfter(String pointer) {
        if (!(ad.deadline() instanceof Deadline.Printed printed)) {
            return;
        }
        Optional.ofNullable(ad.start())
                .flatMap(Start::latest)
                .filter(latest -> latest.isBefore(printed.date()))
                .ifPresent(latest -> add(
                        pointer,
                        "contradicts: the work begins by " + latest + ", before the deadline of " + printed.date()));
    }

    private void apply() {
        var apply = ad.apply();
        if (apply == null) {
            add("/apply", "is missing: how to apply, by API, by e-mail or by URL");
            return;
        }
        var email = apply.email();
        if (!apply.api() && email == null && apply.url() == null) {
            add("/apply", "names no way to apply: by API, by e-mail or by URL");
        }
        if (email != null && isSilent(email.subject())) {
            add("/apply/email/subject", "is missing: the subject line tells one post's mails from another's");
        }
        if ((apply.api() || email != null) && apply.documents().isEmpty()) {
            add("/apply/documents", "is empty: applications by API or e-mail bring at least one document");
        }
    }

    private static boolean isSilent(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private void add(String pointer, String detail) {
        gaps.add(new Gap(pointer, detail));
    }
}
