package org.appel.notification.delivery;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;

import org.appel.notification.config.MailConfig;
import org.appel.notification.delivery.SmtpConnections.ServerAway;
import org.appel.notification.model.Dependency;
import org.appel.notification.model.MessageId;
import org.appel.notification.model.Outcome;
import org.appel.notification.model.ProblemCode;

/**
 * Hands one mail to the mail server and says how that ended. However the server behaves, an attempt ends in time, and
 * when it has ended nothing of it goes on: a mail that was given up here cannot leave later by the old connection.
 */
@ApplicationScoped
class MailServer {

    private final SmtpConnections connections;
    private final MimeLetters mimeLetters;
    private final Duration most;
    /** Blocking sockets on virtual threads: interrupting one closes its socket, which ends the attempt for good. */
    private final ExecutorService attempts = Executors.newVirtualThreadPerTaskExecutor();

    MailServer(SmtpConnections connections, MimeLetters mimeLetters, MailConfig settings) {
        this.connections = connections;
        this.mimeLetters = mimeLetters;
        this.most = settings.totalTimeout();
    }

    /** Sends it; a second copy with the same id is the same mail to the recipient. */
    Outcome send(Addressed mail, MessageId id) throws InterruptedException {
        var attempt = attempts.submit(() -> attempt(mail, id));
        try {
            return attempt.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Outcome.Deferred(new ProblemCode("smtp-total-timeout"));
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "The mail could not be written: " + e.getCause().getClass().getName());
        } finally {
            attempt.cancel(true);
        }
    }

    private Outcome attempt(Addressed mail, MessageId id) throws MessagingException {
        MimeLetter message;
        try {
            message = mimeLetters.write(mail, id);
        } catch (AddressException e) {
            return new Outcome.Unaddressable(new ProblemCode("unusable-address"));
        }
        try (var connection = connections.borrow()) {
            var language = mail.letter().language();
            return connection
                    .send(message)
                    .map(failure -> SmtpFailures.outcome(failure, language))
                    .orElseGet(() -> new Outcome.Accepted(language, null));
        } catch (ServerAway e) {
            return new Outcome.Postponed(Dependency.MAIL_SERVER, e.problem());
        }
    }

    @PreDestroy
    void stop() {
        attempts.shutdownNow();
    }
}
