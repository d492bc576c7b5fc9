package org.appel.applications.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.applications.config.MailboxesConfig;
import org.appel.applications.storage.MailboxFolders;

/** Says how far the organisations' mailboxes were read. */
@ApplicationScoped
class ReadMailboxes {
    /** Between a mail's arrival and its appearance in the folder. */
    private static final Duration DELIVERY = Duration.ofSeconds(10);

    private final MailboxesConfig config;
    private final MailboxFolders folders;

    ReadMailboxes(MailboxesConfig config, MailboxFolders folders) {
        this.config = config;
        this.folders = folders;
    }

    /** By organisation with mailboxes: what arrived in all of them before that has been judged. */
    Map<String, Instant> drained() {
        var drained = new HashMap<String, Instant>();
        config.byName().forEach((name, mailbox) -> {
            var read = folders.drainedAt(name, mailbox.folders())
                    .map(at -> at.minus(DELIVERY))
                    .orElse(Instant.EPOCH);
            drained.merge(mailbox.organisation(), read, (one, other) -> one.isBefore(other) ? one : other);
        });
        return drained;
    }
}
