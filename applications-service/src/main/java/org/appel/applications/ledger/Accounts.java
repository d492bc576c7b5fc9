package org.appel.applications.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.appel.applications.config.MailboxesConfig;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.Ledger;
import org.appel.applications.model.MailboxLedger;
import org.appel.applications.model.PostingId;
import org.appel.applications.model.Refusal;
import org.appel.applications.storage.KnownPostings;
import org.appel.applications.storage.Ledgers;
import org.appel.applications.storage.MailboxFolders;
import org.appel.applications.storage.UnsortedMails;
import org.appel.service.Caller;
import org.appel.service.Roles;

/** Shows accounts to somebody who works for their organisation, or watches the installation. */
@ApplicationScoped
class Accounts {
    private final Ledgers ledgers;
    private final KnownPostings postings;
    private final MailboxFolders folders;
    private final UnsortedMails unsorted;
    private final MailboxesConfig mailboxes;
    private final Caller caller;

    Accounts(
            Ledgers ledgers,
            KnownPostings postings,
            MailboxFolders folders,
            UnsortedMails unsorted,
            MailboxesConfig mailboxes,
            Caller caller) {
        this.ledgers = ledgers;
        this.postings = postings;
        this.folders = folders;
        this.unsorted = unsorted;
        this.mailboxes = mailboxes;
        this.caller = caller;
    }

    /** @throws ApplicationRefused if the posting is unknown to the caller */
    Ledger posting(PostingId id) {
        return postings.find(id)
                .filter(posting -> isShown(posting.organisation()))
                .map(posting -> ledgers.posting(posting.id()))
                .orElseThrow(() -> new ApplicationRefused(new Refusal.UnknownPosting(id)));
    }

    /** @throws ApplicationRefused if the mailbox is unknown to the caller */
    MailboxLedger mailbox(String name) {
        var organisation = Optional.ofNullable(known(mailboxes, null).get(name))
                .or(() -> ledgers.organisation(name))
                .filter(this::isShown)
                .orElseThrow(() -> new ApplicationRefused(new Refusal.UnknownMailbox(name)));
        return ledgers.mailbox(name, organisation);
    }

    /** Those of the caller's organisations that are in the settings, by name. */
    List<MailboxView> mailboxes() {
        var states = folders.all();
        var waiting = unsorted.numbers();
        return known(mailboxes, organisations(null)).entrySet().stream()
                .map(mailbox -> new MailboxView(
                        mailbox.getKey(),
                        mailbox.getValue(),
                        waiting.getOrDefault(mailbox.getKey(), 0L),
                        states.stream()
                                .filter(state -> state.mailbox().equals(mailbox.getKey()))
                                .map(MailboxView.FolderView::of)
                                .toList()))
                .toList();
    }

    /** @param organisation only its accounts; null for all that the caller may see */
    Ledgers.Books books(@Nullable String organisation) {
        var wanted = organisations(organisation);
        return ledgers.books(wanted, known(mailboxes, wanted));
    }

    /**
     * The mailboxes in the settings, with the organisation of each.
     *
     * @param organisations only theirs; null for everybody's
     */
    static Map<String, String> known(MailboxesConfig mailboxes, @Nullable Set<String> organisations) {
        var known = new TreeMap<String, String>();
        mailboxes.byName().forEach((name, settings) -> {
            if (organisations == null || organisations.contains(settings.organisation())) {
                known.put(name, settings.organisation());
            }
        });
        return known;
    }

    private @Nullable Set<String> organisations(@Nullable String wanted) {
        if (wanted != null) {
            return isShown(wanted) ? Set.of(wanted) : Set.of();
        }
        return watchesAll() ? null : caller.organisations();
    }

    private boolean isShown(String organisation) {
        return watchesAll() || caller.worksFor(organisation);
    }

    private boolean watchesAll() {
        return caller.is(Roles.ADMIN) || caller.is(Roles.OPS);
    }
}
