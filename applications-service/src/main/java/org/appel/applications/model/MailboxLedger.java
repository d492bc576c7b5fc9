package org.appel.applications.model;

/**
 * The account of one mailbox: every mail that was read has a line in the ledger, and each but the unsorted ones an
 * answer or a reason why not.
 *
 * @param mailbox its name in the settings
 * @param counts by the lines of the ledger
 * @param messages the same by the judged mails themselves
 * @param answers owed for all but the unsorted ones; to a machine or a repetition a reason is owed
 */
public record MailboxLedger(String mailbox, String organisation, Counts counts, Counts messages, Answers answers) {
    /** True if lines, mails and answers agree. */
    public boolean balanced() {
        return counts.balanced() && counts.equals(messages) && answers.balanced();
    }
}
