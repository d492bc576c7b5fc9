package org.appel.applications.ledger;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.appel.applications.storage.Ledgers;

/** All accounts, of one moment. */
@Schema(name = "Ledgers")
record BooksView(
        @Schema(description = "Whether every account balances.")
        boolean balanced,

        List<LedgerView> postings,
        List<MailboxLedgerView> mailboxes) {
    static BooksView of(Ledgers.Books books) {
        return new BooksView(
                books.unbalanced() == 0,
                books.postings().stream().map(LedgerView::of).toList(),
                books.mailboxes().stream().map(MailboxLedgerView::of).toList());
    }
}
