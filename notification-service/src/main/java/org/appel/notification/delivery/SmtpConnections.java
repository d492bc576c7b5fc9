package org.appel.notification.delivery;

import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;

import io.quarkus.scheduler.Scheduled;
import org.eclipse.angus.mail.smtp.SMTPTransport;

import org.appel.notification.config.MailConfig;
import org.appel.notification.config.MailConfig.Protection;
import org.appel.notification.model.ProblemCode;

/** Connections to the mail server, kept for the next mail while they are young and in order. */
@ApplicationScoped
class SmtpConnections {

    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final MailConfig settings;
    private final Session session;

    SmtpConnections(MailConfig settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
    }

    /** A connection for one mail; closing it gives it back. */
    Connection borrow() throws ServerAway {
        for (Connection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            if (kept.isUsable()) {
                return kept;
            }
            kept.hangUp();
        }
        return open();
    }

    @Scheduled(every = "10s", identity = "smtp-connections")
    void closeOld() {
        idle.removeIf(connection -> {
            if (connection.isOld()) {
                connection.hangUp();
                return true;
            }
            return false;
        });
    }

    @PreDestroy
    void stop() {
        idle.forEach(Connection::hangUp);
    }

    private Connection open() throws ServerAway {
        var transport = new SMTPTransport(session, null);
        try {
            transport.connect(
                    settings.host(),
                    settings.port(),
                    settings.username().orElse(null),
                    settings.password().orElse(null));
            return new Connection(transport);
        } catch (MessagingException e) {
            throw new ServerAway(SmtpFailures.connecting(e, transport.getLastReturnCode()));
        }
    }

    private static Properties properties(MailConfig settings) {
        var properties = new Properties();
        properties.put("mail.smtp.auth", String.valueOf(settings.username().isPresent()));
        properties.put("mail.smtp.localhost", settings.messageIdDomain());
        properties.put("mail.smtp.from", settings.returnPath().orElse(settings.from()));
        properties.put(
                "mail.smtp.connectiontimeout",
                String.valueOf(settings.connectTimeout().toMillis()));
        properties.put(
                "mail.smtp.timeout", String.valueOf(settings.readTimeout().toMillis()));
        properties.put("mail.smtp.starttls.enable", String.valueOf(settings.protection() == Protection.STARTTLS));
        properties.put("mail.smtp.starttls.required", String.valueOf(settings.protection() == Protection.STARTTLS));
        properties.put("mail.smtp.ssl.enable", String.valueOf(settings.protection() == Protection.TLS));
        properties.put("mail.smtp.quitwait", "false");
        return properties;
    }

    /** The server cannot be reached or does not let us in. */
    static final class ServerAway extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient ProblemCode problem;

        ServerAway(ProblemCode problem) {
            super(problem.value());
            this.problem = problem;
        }

        ProblemCode problem() {
            return problem;
        }
    }

    /** One line to the server, in the hands of one attempt at a time. */
    final class Connection implements AutoCloseable {

        private final SMTPTransport transport;
        private int mails;
        private long lastUsed = System.nanoTime();
        private boolean broken;

        private Connection(SMTPTransport transport) {
            this.transport = transport;
        }

        /** Sends it to this one; what went wrong if something did. After that the connection is not used again. */
        Optional<MessagingException> send(MimeLetter message, InternetAddress recipient) {
            mails++;
            try {
                transport.sendMessage(message, new InternetAddress[] {recipient});
                lastUsed = System.nanoTime();
                return Optional.empty();
            } catch (MessagingException e) {
                broken = true;
                return Optional.of(e);
            }
        }

        @Override
        public void close() {
            if (broken
                    || mails >= settings.mailsPerConnection()
                    || Thread.currentThread().isInterrupted()) {
                hangUp();
            } else {
                idle.addFirst(this);
            }
        }

        private boolean isUsable() {
            return !isOld() && transport.isConnected();
        }

        private boolean isOld() {
            return System.nanoTime() - lastUsed > settings.keepAlive().toNanos();
        }

        private void hangUp() {
            try {
                transport.close();
            } catch (MessagingException e) {
                // The line is gone, which was the aim.
            }
        }
    }
}
