package org.appel.postings.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What ReliefWeb wants to know of a job and no notice says, by the numbers of its own lists.
 *
 * @param careerCategory null while nobody has chosen
 * @param themes at most {@value #MOST_THEMES}
 * @param countries at most {@value #MOST_COUNTRIES}; none for a remote job
 * @param jobType null to go by the contract
 * @param jobExperience null to go by the years of experience
 * @see <a href="https://reliefweb.int/taxonomy-descriptions">ReliefWeb: taxonomies</a>
 */
public record ReliefWebSettings(
        @Nullable Integer careerCategory,
        List<Integer> themes,
        List<Integer> countries,
        @Nullable Integer jobType,
        @Nullable Integer jobExperience) {

    public static final int MOST_THEMES = 3;
    public static final int MOST_COUNTRIES = 10;

    /** Nothing is chosen yet. */
    public static final ReliefWebSettings NONE = new ReliefWebSettings(null, List.of(), List.of(), null, null);

    public ReliefWebSettings {
        themes = List.copyOf(themes);
        countries = List.copyOf(countries);
    }
}
