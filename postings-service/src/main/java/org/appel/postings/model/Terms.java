package org.appel.postings.model;

import java.util.Set;

import org.appel.postings.model.Posting.Draft;

/**
 * On what terms a draft of an organisation is published.
 *
 * @param approval whether a second person is asked
 * @param confirmed disagreements of language versions of which somebody has said that they are none
 */
public record Terms(ApprovalRule approval, Set<Gap> confirmed) {

    /** One person is enough, and nothing was confirmed. */
    public static final Terms USUAL = new Terms(ApprovalRule.NONE, Set.of());

    public Terms {
        confirmed = Set.copyOf(confirmed);
    }

    boolean allow(Draft draft) {
        return approval == ApprovalRule.NONE || draft.approval() != null;
    }
}
