package org.appel.launcher.demo;

import java.nio.charset.StandardCharsets;
import java.util.Properties;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;

import org.appel.launcher.http.UnexpectedAnswer;

/** With which candidates write to the mailbox that a notice names. */
final class MailClient {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Session session;

    /** @param smtpPort of the mail server on this machine */
    MailClient(int smtpPort) {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", Integer.toString(smtpPort));
        settings.setProperty("mail.mime.encodefilename", "true");
        session = Session.getInstance(settings);
    }

    /** @throws UnexpectedAnswer if the mail server does not take it */
    void send(Candidate from, String to, String subject, byte[] coverLetter, byte[] cv) {
        try {
            var mail = new MimeMessage(session);
            mail.setFrom(new InternetAddress(from.email(), from.name(), UTF_8));
            mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
            mail.setSubject(subject, UTF_8);
            var text = new MimeBodyPart();
            text.setText("Madame, Monsieur,\n\nVeuillez trouver ci-joint ma candidature.\n\n" + from.name(), UTF_8);
            mail.setContent(new MimeMultipart(text, pdf("Lettre de motivation.pdf", coverLetter), pdf("CV.pdf", cv)));
            Transport.send(mail);
        } catch (MessagingException | java.io.UnsupportedEncodingException e) {
            throw new UnexpectedAnswer("The mail server did not take a mail: " + e.getMessage());
        }
    }

    private static MimeBodyPart pdf(String name, byte[] content) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, "application/pdf")));
        part.setFileName(name);
        return part;
    }
}
