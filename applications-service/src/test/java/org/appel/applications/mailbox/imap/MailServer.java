package org.appel.applications.mailbox.imap;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Properties;

import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import org.appel.launcher.embedded.Ports;

/** A real IMAP server with one mailbox, looked into from behind. Its mails outlast a stop. */
final class MailServer implements AutoCloseable {
    static final String USER = "candidatures@omct.example";
    static final String PASSWORD = "open sesame";

    static {
        // GreenMail's thread dies aloud of a client that goes without a word, which is no fault of whoever waits
        // meanwhile.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    private final Lasting server;
    private final int port = Ports.free();

    MailServer(String protocol) {
        server = new Lasting(new ServerSetup(port, "127.0.0.1", protocol));
        start();
    }

    private static final class Lasting extends GreenMail {
        Lasting(ServerSetup setup) {
            super(setup);
        }

        @Override
        public synchronized void stop() {
            var kept = managers;
            super.stop();
            managers = kept;
        }
    }

    void start() {
        server.start();
        if (server.getUserManager().getUserByEmail(USER) == null) {
            server.setUser(USER, USER, PASSWORD);
        }
    }

    void stop() {
        server.stop();
    }

    int port() {
        return port;
    }

    /** @return its UID */
    long deliver(String subject) {
        return deliver("INBOX", message(subject, "Bonjour"), new Flags(), Instant.now());
    }

    long deliver(String folder, String message, Flags flags, Instant internalDate) {
        try {
            var bytes = message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            var mime = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
            return folder(folder).appendMessage(mime, flags, Date.from(internalDate));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String message(String subject, String text) {
        return "From: jeanne@mail.example\nMessage-ID: " + id(subject) + "\nSubject: " + subject + "\n\n" + text + "\n";
    }

    static String id(String subject) {
        return "<" + subject.replaceAll("[^a-z0-9]", "-") + "@mail.example>";
    }

    /** The subjects of the messages in that folder, without those that are marked as deleted. */
    List<String> subjects(String folder) {
        var found = find(folder);
        return found == null
                ? List.of()
                : found.getNonDeletedMessages().stream()
                        .map(message -> subject(message.getMimeMessage()))
                        .toList();
    }

    int size(String folder) {
        return folder(folder).getMessageCount();
    }

    void create(String folder) {
        try {
            server.getManagers().getImapHostManager().createMailbox(user(), folder);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    void delete(String folder) {
        try {
            folder(folder).deleteAllMessages();
            server.getManagers().getImapHostManager().deleteMailbox(user(), folder);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    long uidValidity(String folder) {
        return folder(folder).getUidValidity();
    }

    boolean isSeen(String folder, long uid) {
        return Arrays.asList(folder(folder).getMessage(uid).getFlags().getSystemFlags())
                .contains(Flags.Flag.SEEN);
    }

    private MailFolder folder(String name) {
        var found = find(name);
        if (found == null) {
            throw new IllegalStateException("no folder " + name);
        }
        return found;
    }

    private @Nullable MailFolder find(String name) {
        return server.getManagers().getImapHostManager().getFolder(user(), name);
    }

    private GreenMailUser user() {
        return server.getUserManager().getUserByEmail(USER);
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
