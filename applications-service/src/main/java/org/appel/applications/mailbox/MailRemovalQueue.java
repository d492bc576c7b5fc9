package org.appel.applications.mailbox;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import org.jboss.logging.Logger;

import org.appel.applications.mailbox.imap.MailRemovals;
import org.appel.applications.mailbox.imap.Place;
import org.appel.applications.storage.ErasedMails;

/** Says which mails have to go from their mailboxes. */
@ApplicationScoped
class MailRemovalQueue implements MailRemovals {
    private static final Logger LOG = Logger.getLogger(MailRemovalQueue.class);
    private static final int AT_ONCE = 50;

    private final ErasedMails mails;
    private final MeterRegistry metrics;

    MailRemovalQueue(ErasedMails mails, MeterRegistry metrics) {
        this.mails = mails;
        this.metrics = metrics;
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

    @Override
    public void missed(String mailbox, Removal removal) {
        if (mails.missed(removal.id())) {
            LOG.infof(
                    "mail to be removed was not found, and is looked for again mailbox=%s removal=%s",
                    mailbox, removal.id());
        } else {
            LOG.warnf("mail to be removed was not found mailbox=%s removal=%s", mailbox, removal.id());
            metrics.counter("appel.mailbox.removals.missed", "mailbox", mailbox).increment();
        }
    }
}
