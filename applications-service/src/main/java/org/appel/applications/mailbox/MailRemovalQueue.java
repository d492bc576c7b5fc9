package org.appel.applications.mailbox;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.applications.mailbox.imap.MailRemovals;
import org.appel.applications.mailbox.imap.Place;
import org.appel.applications.storage.ErasedMails;

/** Says which mails have to go from their mailboxes. */
@ApplicationScoped
class MailRemovalQueue implements MailRemovals {
    private static final int AT_ONCE = 50;

    private final ErasedMails mails;

    MailRemovalQueue(ErasedMails mails) {
        this.mails = mails;
    }

    @Override
    public List<Removal> due(String mailbox) {
        return mails.next(mailbox, AT_ONCE).stream()
                .map(mail -> new Removal(
                        mail.id(),
                        new Place(
                                mail.place().folder(),
                                mail.place().uidValidity(),
                                mail.place().uid()),
                        mail.messageId()))
                .toList();
    }

    @Override
    public void done(Removal removal) {
        mails.done(removal.id());
    }
}
