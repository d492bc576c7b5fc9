package org.appel.applications.storage;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.Ledger;
import org.appel.applications.model.Outcome;
import org.appel.applications.model.PostingId;

/** The ledger of one posting as it is being added up. */
final class PostingAccount {
    private final PostingId posting;
    private final String organisation;
    private final Tally arrivals = new Tally();
    private final AnswerTally acknowledgements = new AnswerTally();
    private final AnswerTally declines = new AnswerTally();
    private long refusedByMail;
    private long applications;
    private long revisions;

    PostingAccount(PostingId posting, String organisation) {
        this.posting = posting;
        this.organisation = organisation;
    }

    void arrived(Outcome outcome, @Nullable String reason, boolean byMail, long number) {
        arrivals.add(outcome, reason, number);
        if (byMail && outcome == Outcome.REFUSED) {
            refusedByMail += number;
        }
    }

    void applied(long number, long times) {
        applications = number;
        revisions = times;
    }

    AnswerTally acknowledgements() {
        return acknowledgements;
    }

    AnswerTally declines() {
        return declines;
    }

    /** @param due answers that were owed before then must have been heard of */
    Ledger ledger(Instant due) {
        var counts = arrivals.counts();
        return new Ledger(
                posting,
                organisation,
                counts,
                applications,
                revisions,
                acknowledgements.of(counts.accepted() + counts.updated(), due),
                declines.of(refusedByMail, due));
    }
}
