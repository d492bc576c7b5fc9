package org.appel.notification.delivery;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.appel.notification.config.MailConfig;
import org.appel.notification.model.MessageId;
import org.appel.notification.model.Outcome;
import org.appel.notification.model.ProblemCode;

/**
 * Hands one mail to the mail server and says how that ended. However the server behaves, an attempt ends in time, and
 * when it has ended nothing of it goes on: a mail that was given up here cannot leave later by the old connection.
 */
@ApplicationScoped
class MailServer {

    private static final ProblemCode TOO_LONG = new ProblemCode("smtp-total-timeout");

    private final SmtpConnections connections;
    private final MimeLetters mimeLetters;
    private final DomainTurns turns;
    private final Duration most;
    /** Blocking sockets on virtual threads: interrupting one closes its socket, which ends the attempt for good. */
    private final ExecutorService attempts = Executors.newVirtualThreadPerTaskExecutor();

    MailServer(SmtpConnections connections, MimeLetters mimeLetters, DomainTurns turns, MailConfig settings) {
        this.connections = connections;
        this.mimeLetters = mimeLetters;
        this.turns = turns;
        this.most = settings.totalTimeout();
    }

    /** Sends it to all who do not have it yet; a second copy with the same id is the same mail to the recipient. */
    Outcome send(Addressed mail, MessageId id) throws InterruptedException {
        var handover = new Handover(connections, mimeLetters, mail, id);
        var turn = turns.enter(handover.domain());
        if (turn.isEmpty()) {
            return new Outcome.Crowded();
        }
        try (var _ = turn.get()) {
            return send(handover);
        }
    }

    private Outcome send(Handover handover) throws InterruptedException {
        var attempt = attempts.submit(handover::run);
        try {
            return attempt.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return handover.brokenOff(TOO_LONG);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "The mail could not be written: " + e.getCause().getClass().getName());
        } finally {
            attempt.cancel(true);
        }
    }

    @PreDestroy
    void stop() {
        attempts.shutdownNow();
    }
}
