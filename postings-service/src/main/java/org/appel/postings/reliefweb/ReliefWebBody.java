package org.appel.postings.reliefweb;

import java.util.List;
import java.util.Objects;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.postings.model.ReliefWebSettings;

/**
 * What ReliefWeb wants to know and no notice says, as HR writes it; all by the numbers of ReliefWeb's own lists.
 *
 * @param careerCategory ReliefWeb does not take a job without
 * @param themes three at most
 * @param countries ten at most; none for a remote job
 * @param jobType left out to go by the contract
 * @param jobExperience left out to go by the years of experience
 */
@Schema(name = "ReliefWebBody")
record ReliefWebBody(
        @Positive @Nullable Integer careerCategory,

        @Size(max = ReliefWebSettings.MOST_THEMES) @Nullable List<@NotNull @Positive Integer> themes,

        @Size(max = ReliefWebSettings.MOST_COUNTRIES) @Nullable
        List<@NotNull @Positive Integer> countries,

        @Positive @Nullable Integer jobType,
        @Positive @Nullable Integer jobExperience) {

    static ReliefWebBody of(ReliefWebSettings settings) {
        return new ReliefWebBody(
                settings.careerCategory(),
                settings.themes(),
                settings.countries(),
                settings.jobType(),
                settings.jobExperience());
    }

    ReliefWebSettings toSettings() {
        return new ReliefWebSettings(
                careerCategory,
                Objects.requireNonNullElse(themes, List.of()),
                Objects.requireNonNullElse(countries, List.of()),
                jobType,
                jobExperience);
    }
}
