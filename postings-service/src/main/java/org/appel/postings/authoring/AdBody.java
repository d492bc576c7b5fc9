package org.appel.postings.authoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.postings.authoring.AdParts.ApplyBody;
import org.appel.postings.authoring.AdParts.ContractBody;
import org.appel.postings.authoring.AdParts.LanguageBody;
import org.appel.postings.authoring.AdParts.PayBody;
import org.appel.postings.authoring.AdParts.PlaceBody;
import org.appel.postings.authoring.AdParts.StartBody;
import org.appel.postings.authoring.AdParts.TextBody;
import org.appel.postings.authoring.AdParts.YearsBody;
import org.appel.postings.config.Registered;
import org.appel.postings.config.Registered.In;
import org.appel.postings.model.Coded;
import org.appel.postings.model.JobAd;
import org.appel.postings.model.SelectionStep;
import org.appel.postings.model.Text;
import org.appel.postings.model.Workload;

import static org.appel.postings.authoring.AdParts.list;

/**
 * A notice as HR writes it. Of a draft only the organisation must be there; what is there must have the right form.
 *
 * <p>What the answers add ({@code id}, {@code state}, …) may be sent back and is not read.
 */
@Schema(name = "Ad", description = "A notice as HR writes it; only the organisation must be there in a draft")
@JsonIgnoreProperties({
    "id",
    "state",
    "version",
    "publishedAt",
    "closesAt",
    "payForThisWorkload",
    "writtenBy",
    "approval",
    "scheduledFor",
    "scheduleProblem"
})
@Shaped.WellShaped
record AdBody(
        @Size(min = 1, max = 100) @Nullable String reference,

        @NotNull(message = "is missing: whose posting this is") @Size(min = 1, max = 63)
        String organisation,

        @Registered(In.LANGUAGES) @Nullable String originalLanguage,

        @Size(max = 20) @Nullable Map<@Registered(In.LANGUAGES) String, @Valid @NotNull TextBody> texts,

        @Min(1) @Max(100) @Nullable Integer workloadPercent,

        @Size(max = 50) @Nullable List<@Valid @NotNull PlaceBody> places,

        @Valid @Nullable ContractBody contract,

        @Size(min = 1, max = 40) @Nullable String grade,

        @Valid @Nullable StartBody start,

        @Valid @Nullable PayBody pay,

        @Size(max = 50) @Nullable List<@Valid @NotNull LanguageBody> languages,

        @Valid @Nullable YearsBody experienceYears,

        @Size(min = 1, max = 1000) @Nullable String workPermit,

        @Valid @Nullable DeadlineBody deadline,

        @Valid @Nullable ApplyBody apply,

        @Size(max = 20) @Nullable List<@NotNull @CodeOf(SelectionStep.class) String> selection,

        @Min(1) @Max(120) @Nullable Integer retentionMonths)
        implements Shaped {

    /** With room for escapes, names and the other fields, an event of this size can always be sent. */
    private static final int LONGEST = 200_000;

    @Override
    public Optional<String> objection() {
        return toString().length() > LONGEST
                ? Optional.of("is longer than " + LONGEST + " characters in all")
                : Optional.empty();
    }

    JobAd toAd() {
        return new JobAd(
                reference,
                organisation,
                originalLanguage,
                textsByLanguage(),
                workloadPercent == null ? null : new Workload(workloadPercent),
                list(places).stream().map(PlaceBody::toPlace).toList(),
                contract == null ? null : contract.toContract(),
                grade,
                start == null ? null : start.toStart(),
                pay == null ? null : pay.toPay(),
                list(languages).stream().map(LanguageBody::toLanguage).toList(),
                experienceYears == null ? null : experienceYears.toExperience(),
                workPermit,
                deadline == null ? null : deadline.toDeadline(),
                apply == null ? null : apply.toHowToApply(),
                list(selection).stream()
                        .map(step -> Coded.of(SelectionStep.class, step))
                        .toList(),
                retentionMonths);
    }

    private Map<String, Text> textsByLanguage() {
        var read = new LinkedHashMap<String, Text>();
        if (texts != null) {
            texts.forEach((language, text) -> read.put(language, text.toText()));
        }
        return read;
    }
}
