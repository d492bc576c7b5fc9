package org.appel.notification.delivery;

import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
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
import org.appel.notification.model.InReplyTo;
import org.appel.notification.model.MessageId;

/** Writes letters as MIME messages: a part of text and one of HTML, and the headers that a machine's mail owes. */
@ApplicationScoped
class MimeLetters {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Session session = Session.getInstance(new Properties());
    private final String from;
    private final String answerReturnPath;
    private final Clock clock;

    MimeLetters(MailConfig settings, Clock clock) {
        this.from = settings.from();
        this.answerReturnPath = settings.answerReturnPath().orElse("<>");
        this.clock = clock;
    }

    /**
     * @param recipients those of its addresses that can stand in a mail
     * @throws AddressException if another address of it cannot
     */
    MimeLetter write(Addressed mail, List<InternetAddress> recipients, MessageId id) throws MessagingException {
        var letter = mail.letter();
        var message = new MimeLetter(session, id);
        message.setFrom(address(from, mail.senderName()));
        message.setRecipients(RecipientType.TO, recipients.toArray(InternetAddress[]::new));
        if (mail.replyTo() != null) {
            message.setReplyTo(new InternetAddress[] {address(mail.replyTo(), mail.senderName())});
        }
        message.setSubject(letter.subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setContentLanguage(new String[] {letter.language().code()});
        // No answering machine shall answer: RFC 3834 for most, the second one for Exchange.
        message.setHeader("Auto-Submitted", mail.answers() == null ? "auto-generated" : "auto-replied");
        message.setHeader("X-Auto-Response-Suppress", "All");
        if (mail.answers() != null) {
            answer(message, mail.answers());
        }
        message.setContent(new MimeMultipart("alternative", part(letter.text(), "plain"), part(letter.html(), "html")));
        message.saveChanges();
        return message;
    }

    /** Names the mail that it answers, and lets no bounce of it come back (RFC 3834, 3.1.4 to 3.1.6). */
    private void answer(MimeLetter message, InReplyTo answered) throws MessagingException {
        message.setEnvelopeFrom(answerReturnPath);
        if (answered.messageId() != null) {
            message.setHeader("In-Reply-To", answered.messageId());
        }
        if (!answered.references().isEmpty()) {
            // A line for each: they are too long to share one.
            message.setHeader("References", String.join("\r\n ", answered.references()));
        }
    }

    /** The address as it can stand in a mail; empty if it cannot. */
    static Optional<InternetAddress> recipient(String address, @Nullable String name) {
        try {
            return Optional.of(address(address, name));
        } catch (AddressException e) {
            return Optional.empty();
        }
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
}
