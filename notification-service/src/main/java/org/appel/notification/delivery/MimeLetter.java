package org.appel.notification.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;

import org.eclipse.angus.mail.smtp.SMTPMessage;

import org.appel.notification.model.MessageId;

/**
 * A message that keeps the Message-ID it was given, where the library would make a new one at each sending; and that
 * may have an envelope sender of its own.
 */
final class MimeLetter extends SMTPMessage {

    private final MessageId id;

    MimeLetter(Session session, MessageId id) {
        super(session);
        this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id.value());
    }
}
