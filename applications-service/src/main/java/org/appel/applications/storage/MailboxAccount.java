package org.appel.applications.storage;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.MailboxLedger;
import org.appel.applications.model.Outcome;

/** The ledger of one mailbox as it is being added up. */
final class MailboxAccount {
    private final String mailbox;
    private final String organisation;
    private final Tally lines = new Tally();
    private final Tally mails = new Tally();
    private final AnswerTally answers = new AnswerTally();

    MailboxAccount(String mailbox, String organisation) {
        this.mailbox = mailbox;
        this.organisation = organisation;
    }

    Tally lines() {
        return lines;
    }

    void mail(
            Outcome outcome,
            @Nullable String reason,
            @Nullable String unanswered,
            @Nullable Boolean answered,
            @Nullable String failure,
            long number,
            @Nullable Instant owedSince) {
        mails.add(outcome, reason, number);
        if (outcome != Outcome.UNSORTED) {
            answers.add(unanswered, answered, failure, number, owedSince);
        }
    }

    /** @param due answers that were owed before then must have been heard of */
    MailboxLedger ledger(Instant due) {
        var counts = lines.counts();
        return new MailboxLedger(
                mailbox, organisation, counts, mails.counts(), answers.of(counts.arrived() - counts.unsorted(), due));
    }
}
