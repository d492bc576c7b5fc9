package org.appel.launcher.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/**
 * A mail server for SMTP and IMAP. It takes a mail for anybody, makes the mailbox when the first one comes, and lets anybody read by IMAP with the
 * address as user and any password. Mails live in memory: they outlast a stop and a start, not the JVM.
 */
public final class EmbeddedMail implements EmbeddedPart {

    private final int smtpPort;
    private final int imapPort;
    private final LastingGreenMail server;
    private boolean running;

    /**
     * A mail server, not yet started.
     *
     * @param smtpPort on 127.0.0.1, 0 for any free one
     * @param imapPort on 127.0.0.1, 0 for any free one
     */
    public EmbeddedMail(int smtpPort, int imapPort) {
        this.smtpPort = smtpPort == 0 ? Ports.free() : smtpPort;
        this.imapPort = imapPort == 0 ? Ports.free() : imapPort;
        this.server = new LastingGreenMail(
                new ServerSetup(this.smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                new ServerSetup(this.imapPort, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    }

    @Override
    public synchronized void start() {
        if (!running) {
            // Jakarta Mail finds its parts by the class loader that the server's threads inherit from this one.
            var thread = Thread.currentThread();
            var loader = thread.getContextClassLoader();
            thread.setContextClassLoader(EmbeddedMail.class.getClassLoader());
            try {
                server.start();
            } finally {
                thread.setContextClassLoader(loader);
            }
            running = true;
        }
    }

    @Override
    public synchronized void stop() {
        if (running) {
            server.stop();
            running = false;
        }
    }

    /** The port of SMTP. */
    @Override
    public int port() {
        return smtpPort;
    }

    /** The port of IMAP. */
    public int imapPort() {
        return imapPort;
    }

    /** Every mail in every mailbox, each recipient's copy for itself, in the order of arrival. */
    public List<ReceivedMail> messages() {
        return sources().stream().map(ReceivedMail::parse).toList();
    }

    /** The same as {@link #messages()}, as they came over the wire. */
    public List<byte[]> sources() {
        return Arrays.stream(server.getReceivedMessages())
                .map(EmbeddedMail::source)
                .toList();
    }

    /** Empties every mailbox. */
    public void clear() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (Exception e) {
            throw new EmbeddedPartFailed("mail: mailboxes were not emptied", e);
        }
    }

    private static byte[] source(MimeMessage message) {
        try {
            var bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (IOException | MessagingException e) {
            throw new EmbeddedPartFailed("mail: a message cannot be read", e);
        }
    }

    /** GreenMail forgets its mailboxes when it stops; this one does not. */
    private static final class LastingGreenMail extends GreenMail {

        LastingGreenMail(ServerSetup... setups) {
            super(setups);
        }

        @Override
        protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
            var services = super.createServices(setups, managers);
            for (var setup : setups) {
                switch (setup.getProtocol()) {
                    case ServerSetup.PROTOCOL_SMTP ->
                        services.put(setup.getProtocol(), new NullSenderSmtp(setup, managers));
                    case ServerSetup.PROTOCOL_IMAP -> services.put(setup.getProtocol(), new CalmImap(setup, managers));
                    default -> throw new IllegalArgumentException(setup.getProtocol());
                }
            }
            return services;
        }

        @Override
        public synchronized void stop() {
            var mailboxes = managers;
            super.stop();
            managers = mailboxes;
        }
    }
}
