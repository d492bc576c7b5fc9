package org.appel.running;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import jakarta.mail.Address;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.search.FlagTerm;

import org.eclipse.angus.mail.iap.ConnectionException;

/** The mail client of somebody who applies by e-mail, and a look into the organisation's mailbox. */
public final class MailClient {

    /** The address to which the notices of OMCT send their candidates. */
    public static final String MAILBOX = "applications@omct.org";

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private static final int MOST_TIMES = 5;

    private MailClient() {}

    /** A mail as the person writes it: letter and CV attached, the subject line as given. */
    public static MimeMessage application(Applicant applicant, String subject) {
        try {
            var mail = new MimeMessage(session());
            mail.setFrom(new InternetAddress(applicant.email(), applicant.name(), UTF_8));
            mail.setRecipients(jakarta.mail.Message.RecipientType.TO, MAILBOX);
            mail.setSubject(subject, UTF_8);
            var text = new MimeBodyPart();
            text.setText("Madame, Monsieur,\n\nVeuillez trouver ma candidature ci-jointe.\n", UTF_8);
            mail.setContent(new MimeMultipart(
                    text, file("Lettre de motivation.txt", applicant.letter()), file("CV.txt", applicant.cv())));
            mail.saveChanges();
            return mail;
        } catch (MessagingException | java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    /** The message in this source, such as an .eml file. */
    public static MimeMessage message(byte[] source) {
        try {
            return new MimeMessage(session(), new ByteArrayInputStream(source));
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** Hands it to the organisation's mail server, as often as it is called. */
    public static void send(MimeMessage mail) throws MessagingException {
        var from = mail.getFrom();
        send(mail, from == null ? "" : ((InternetAddress) from[0]).getAddress());
    }

    /** @param envelopeSender empty for the null sender of bounces */
    public static void send(MimeMessage mail, String envelopeSender) throws MessagingException {
        var session = session();
        session.getProperties().setProperty("mail.smtp.from", envelopeSender.isEmpty() ? "<>" : envelopeSender);
        var transport = session.getTransport("smtp");
        try (transport) {
            transport.connect();
            transport.sendMessage(new MimeMessage(session, source(mail)), new Address[] {new InternetAddress(MAILBOX)});
        }
    }

    /**
     * How many messages lie in a folder of the organisation's mailbox; none if there is no such folder. Of none of them anything
     * is read: it may be taken away at any moment.
     */
    public static int inFolder(String name) {
        return of(name, folder -> folder.search(new FlagTerm(new Flags(Flags.Flag.DELETED), false)).length, 0);
    }

    /** The sources of what lies in a folder of the organisation's mailbox, in the order of arrival, while nobody takes it. */
    public static List<byte[]> sources(String name) {
        return of(
                name,
                folder -> {
                    var sources = new ArrayList<byte[]>();
                    for (var message : folder.getMessages()) {
                        if (!message.isSet(Flags.Flag.DELETED)) {
                            sources.add(source((MimeMessage) message).readAllBytes());
                        }
                    }
                    return sources;
                },
                List.of());
    }

    private interface Look<T> {
        T at(Folder folder) throws MessagingException;
    }

    /** The embedded server drops who opens a folder in the moment in which a message is taken out of it: asked again. */
    private static <T> T of(String name, Look<T> look, T ifThereIsNone) {
        for (int times = 1; ; times++) {
            try {
                return once(name, look, ifThereIsNone);
            } catch (MessagingException e) {
                if (times == MOST_TIMES || !(e.getCause() instanceof ConnectionException)) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    private static <T> T once(String name, Look<T> look, T ifThereIsNone) throws MessagingException {
        try (var store = session().getStore("imap")) {
            store.connect(MAILBOX, "any");
            try (var folder = store.getFolder(name)) {
                folder.open(Folder.READ_ONLY);
                return look.at(folder);
            }
        } catch (FolderNotFoundException notYet) {
            return ifThereIsNone;
        }
    }

    /** Every folder of the organisation's mailbox in which messages can lie. */
    public static List<String> folders() {
        try (var store = session().getStore("imap")) {
            store.connect(MAILBOX, "any");
            var names = new ArrayList<String>();
            for (var folder : store.getDefaultFolder().list("*")) {
                if ((folder.getType() & Folder.HOLDS_MESSAGES) != 0) {
                    names.add(folder.getFullName());
                }
            }
            return names;
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static ByteArrayInputStream source(MimeMessage mail) throws MessagingException {
        try {
            var bytes = new java.io.ByteArrayOutputStream();
            mail.writeTo(bytes);
            return new ByteArrayInputStream(bytes.toByteArray());
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private static MimeBodyPart file(String name, String content) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(content, UTF_8);
        part.setFileName(name);
        return part;
    }

    private static Session session() {
        var ports = RunningAppel.appel().settings().ports();
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", Integer.toString(ports.smtp()));
        settings.setProperty("mail.imap.host", "127.0.0.1");
        settings.setProperty("mail.imap.port", Integer.toString(ports.imap()));
        settings.setProperty("mail.mime.encodefilename", "true");
        return Session.getInstance(settings);
    }
}
