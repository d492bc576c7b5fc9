package org.appel.postings.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One part of a notice.
 *
 * @param heading as printed; null when none is
 * @param share percent of the working time that these duties take, 1 to 100; it says nothing about the workload
 * @param items the lines of a list, without their bullets
 */
public record Section(
        Kind kind, @Nullable String heading, @Nullable Integer share, List<String> paragraphs, List<String> items) {

    public Section {
        paragraphs = List.copyOf(paragraphs);
        items = List.copyOf(items);
    }

    /** What a section is about. */
    public enum Kind implements Coded {
        ABOUT,
        ROLE,
        RESPONSIBILITIES,
        QUALIFICATIONS,
        SKILLS,
        OFFER,
        HOW_TO_APPLY,
        OTHER
    }
}
