package org.appel.applications.ledger;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.applications.storage.MailboxFolders;

/** A mailbox, and how the reading of it goes. */
@Schema(name = "Mailbox")
record MailboxView(
        @Schema(examples = "\"omct\"") String name,
        @Schema(examples = "\"omct\"") String organisation,

        @Schema(description = "Mails that HR has to sort.") long unsorted,

        List<FolderView> folders) {
    @Schema(name = "MailboxFolder")
    record FolderView(
            @Schema(examples = "\"INBOX\"") String name,

            @Schema(description = "Whether somebody is connected to it at this moment.")
            boolean connected,

            @Schema(description = "Since when that is so.") Instant since,

            @Schema(description = "What stands in the way.", examples = "\"login-refused\"") @Nullable
            String trouble,

            @Schema(description = "When it was last looked at as a whole.") @Nullable
            Instant readAt,

            @Schema(description = "What arrived before has been judged.") @Nullable
            Instant drainedAt,

            @Schema(description = "Mails that could not be judged yet, and are tried again.")
            int stuck) {
        static FolderView of(MailboxFolders.State state) {
            return new FolderView(
                    state.folder(),
                    state.connected(),
                    state.since(),
                    state.trouble(),
                    state.readAt(),
                    state.drainedAt(),
                    state.stuck());
        }
    }
}
