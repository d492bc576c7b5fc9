package org.appel.applications.model;

/**
 * The account of one posting, over both doors: every arrival has an outcome, every taken application an acknowledgement
 * or a reason why not, every refused mail an answer or a reason why not.
 *
 * @param applications applications of the posting, erased ones included
 * @param revisions how often people applied in all, by the applications themselves and not by the arrivals
 * @param acknowledgements of accepted and updated applications
 * @param declines answers to refused mails
 */
public record Ledger(
        PostingId posting,
        String organisation,
        Counts counts,
        long applications,
        long revisions,
        Answers acknowledgements,
        Answers declines) {
    /** True if arrivals, applications and answers agree. */
    public boolean balanced() {
        return counts.balanced()
                && applications == counts.accepted()
                && revisions == counts.accepted() + counts.updated()
                && acknowledgements.balanced()
                && declines.balanced();
    }
}
