package org.appel.postings.model;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Everything that a notice says. While it is being written nearly everything may be missing; {@link Publishable} says
 * what must not be when it is published.
 *
 * @param reference the organisation's own number for the post, unique in the organisation
 * @param organisation short name of the organisation, as in its address: {@code omct}
 * @param originalLanguage ISO 639-1 code of the language in which the notice was written first
 * @param texts the notice by ISO 639-1 code of its languages
 * @param workload null while unknown, or when the work is not measured so
 * @param grade P, P-4, NO-A, …
 * @param start null when unknown
 * @param workPermit the condition, in the notice's words
 * @param deadline null while nobody has said whether there is one
 * @param selection the steps, in order
 * @param retentionMonths how long applications are kept; one or more
 */
public record JobAd(
        @Nullable String reference,
        String organisation,
        @Nullable String originalLanguage,
        Map<String, Text> texts,
        @Nullable Workload workload,
        List<Place> places,
        @Nullable Contract contract,
        @Nullable String grade,
        @Nullable Start start,
        @Nullable Pay pay,
        List<WorkingLanguage> languages,
        @Nullable Experience experience,
        @Nullable String workPermit,
        @Nullable Deadline deadline,
        @Nullable HowToApply apply,
        List<SelectionStep> selection,
        @Nullable Integer retentionMonths) {

    public JobAd {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
        places = List.copyOf(places);
        languages = List.copyOf(languages);
        selection = List.copyOf(selection);
    }

    /** What this post pays at its workload; empty when the notice gives no figure. */
    public Optional<Pay.ForWorkload> payForThisWorkload() {
        return Optional.ofNullable(pay).flatMap(printed -> printed.forWorkload(workload));
    }

    /** First instant at which applications are no longer taken; empty when there is none, or none is known yet. */
    public Optional<Instant> closesAt() {
        return Optional.ofNullable(deadline).flatMap(Deadline::closesAt);
    }

    /**
     * The notice in the first of these languages in which there is one; else in its original language, else in any.
     *
     * @param wanted ISO 639-1 codes, the most wanted first
     * @return empty only while nothing is written
     */
    public Optional<LanguageVersion> in(List<String> wanted) {
        return Stream.of(wanted.stream(), Stream.ofNullable(originalLanguage), texts.keySet().stream())
                .flatMap(codes -> codes)
                .filter(texts::containsKey)
                .findFirst()
                .map(code -> new LanguageVersion(code, texts.get(code)));
    }

    /** A moment as the clocks at the deadline's zone show it; in UTC when there is none. */
    public OffsetDateTime there(Instant moment) {
        var zone = deadline instanceof Deadline.Printed printed ? printed.zone() : null;
        return moment.atZone(zone == null ? ZoneOffset.UTC : zone).toOffsetDateTime();
    }

    /** The same notice with another deadline. */
    JobAd with(Deadline other) {
        return new JobAd(
                reference,
                organisation,
                originalLanguage,
                texts,
                workload,
                places,
                contract,
                grade,
                start,
                pay,
                languages,
                experience,
                workPermit,
                other,
                apply,
                selection,
                retentionMonths);
    }
}
