package org.appel.notification.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import org.appel.notification.model.MessageId;

/** A message that keeps the Message-ID it was given; the library would make a new one at each sending. */
final class MimeLetter extends MimeMessage {

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
