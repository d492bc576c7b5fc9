package org.appel.applications.mailbox;

import org.appel.applications.mailbox.mime.IncomingMail;
import org.appel.applications.model.KnownPosting;

/** Looks into the files of mails and tells of each what it is. */
interface Papers {
    /**
     * @param mail whose files are there for as long as the documents are used
     * @param posting says how careful to be with them
     * @throws IllegalStateException if nothing can be said now; later may be better
     */
    MailDocuments of(IncomingMail mail, KnownPosting posting);
}
