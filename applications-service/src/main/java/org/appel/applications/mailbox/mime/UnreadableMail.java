package org.appel.applications.mailbox.mime;

/** A message that cannot be taken apart: it breaks the rules beyond what can be guessed, or goes beyond all bounds. */
public class UnreadableMail extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param why for people, quoting nothing of the message */
    UnreadableMail(String why) {
        super(why);
    }

    UnreadableMail(String why, Throwable cause) {
        super(why, cause);
    }
}
