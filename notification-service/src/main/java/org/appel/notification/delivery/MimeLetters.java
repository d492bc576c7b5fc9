package org.appel.notification.delivery;

import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.Properties;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;

import org.jspecify.annotations.Nullable;

import org.appel.notification.config.MailConfig;
import org.appel.notification.model.MessageId;

/** Writes letters as MIME messages: a part of text and one of HTML, and the headers that a machine's mail owes. */
@ApplicationScoped
class MimeLetters {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Session session = Session.getInstance(new Properties());
    private final String from;
    private final Clock clock;

    MimeLetters(MailConfig settings, Clock clock) {
        this.from = settings.from();
        this.clock = clock;
    }

    /** @throws AddressException if a recipient's address cannot stand in a mail */
    MimeLetter write(Addressed mail, MessageId id) throws MessagingException {
        var letter = mail.letter();
        var message = new MimeLetter(session, id);
        message.setFrom(address(from, mail.senderName()));
        for (String recipient : mail.addresses()) {
            message.addRecipient(RecipientType.TO, address(recipient, mail.recipientName()));
        }
        if (mail.replyTo() != null) {
            message.setReplyTo(new InternetAddress[] {address(mail.replyTo(), mail.senderName())});
        }
        message.setSubject(letter.subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setContentLanguage(new String[] {letter.language().code()});
        // No answering machine shall answer: RFC 3834 for most, the second one for Exchange.
        message.setHeader("Auto-Submitted", mail.autoSubmitted());
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setContent(new MimeMultipart("alternative", part(letter.text(), "plain"), part(letter.html(), "html")));
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static InternetAddress address(String address, @Nullable String name) throws AddressException {
        try {
            var at = address.lastIndexOf('@');
            var written = new InternetAddress(
                    address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1)), name, UTF_8);
            written.validate();
            if (!StandardCharsets.US_ASCII.newEncoder().canEncode(written.getAddress())) {
                throw new AddressException("not ASCII");
            }
            return written;
        } catch (UnsupportedEncodingException | IllegalArgumentException e) {
            throw new AddressException("not an address");
        }
    }

    /** The addresses of a message, for its envelope. */
    static InternetAddress[] recipients(MimeLetter message) throws MessagingException {
        var all = new ArrayList<InternetAddress>();
        for (var recipient : message.getAllRecipients()) {
            all.add((InternetAddress) recipient);
        }
        return all.toArray(InternetAddress[]::new);
    }
}
