package org.appel.applications.mailbox.imap;

/** Judges messages. */
public interface MessageHandler {
    /**
     * Judges a message once: what became of it is committed when this returns, and the same message judged again has no
     * further effect. Thrown exceptions leave the message where it is, to be judged again.
     */
    Disposition handle(StoredMessage message);

    /**
     * Told after a judged message was moved, by servers that say where to (RFC 4315). It is not told of every move, and
     * what it throws is of no consequence: whoever removes a message later finds it by its Message-ID, too.
     */
    default void moved(StoredMessage message, Place place) {}

    /** Where a judged message is moved to. */
    enum Disposition {
        /** It became an application, or part of one. */
        TAKEN,
        /** It lies in the tray, was refused, or came from a machine. */
        SET_ASIDE
    }
}
