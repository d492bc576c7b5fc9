package org.appel.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import org.appel.notification.config.DeliveryConfig;
import org.appel.notification.model.Attempt;
import org.appel.notification.model.Decision;
import org.appel.notification.model.Outcome;
import org.appel.notification.model.OwedMail;
import org.appel.notification.model.ProblemCode;
import org.appel.notification.model.RetryPolicy;

/** Makes one attempt with a claimed mail, outside of any transaction, and settles it. */
@ApplicationScoped
class Sender {

    private static final Logger LOG = Logger.getLogger(Sender.class);
    private static final Duration DATABASE_PAUSE = Duration.ofMillis(500);

    private final Composer composer;
    private final MailServer mailServer;
    private final Outages outages;
    private final Settlement settlement;
    private final DeliveryMeters meters;
    private final Duration lease;
    private final RetryPolicy policy;
    private final Clock clock;

    Sender(
            Composer composer,
            MailServer mailServer,
            Outages outages,
            Settlement settlement,
            DeliveryMeters meters,
            DeliveryConfig settings,
            Clock clock) {
        this.composer = composer;
        this.mailServer = mailServer;
        this.outages = outages;
        this.settlement = settlement;
        this.meters = meters;
        this.lease = settings.lease();
        this.clock = clock;
        this.policy = new RetryPolicy(
                settings.refused().backOff(),
                settings.postponed().backOff(),
                settings.away().backOff(),
                settings.crowded().backOff(),
                settings.giveUpAfter());
    }

    /** Sends the mail if it can, writes down how that ended, and returns it. */
    Outcome attempt(Attempt attempt) throws InterruptedException {
        var leaseEnds = System.nanoTime() + lease.toNanos();
        var outcome = outcome(attempt);
        outages.learn(attempt.mail().kind(), outcome);
        var decision = policy.decide(
                attempt, outcome, clock.instant(), ThreadLocalRandom.current().nextDouble());
        tell(attempt.mail(), decision, settle(attempt, decision, leaseEnds));
        return outcome;
    }

    private Outcome outcome(Attempt attempt) throws InterruptedException {
        if (attempt.erased()) {
            return new Outcome.Erased();
        }
        var mail = attempt.mail();
        try {
            return mailServer.send(composer.compose(attempt), attempt.messageId());
        } catch (CannotSend e) {
            return e.outcome();
        } catch (RuntimeException e) {
            // Its message may hold what is personal, so only its kind and place are told.
            LOG.errorf(
                    "mail could not be tried notification=%s fault=%s at=%s",
                    mail.id(), e.getClass().getName(), e.getStackTrace().length == 0 ? "" : e.getStackTrace()[0]);
            return new Outcome.Postponed(null, new ProblemCode("fault"));
        }
    }

    /** A mail that has left must be noted as sent: while the database is away this goes on until the lease ends. */
    private Optional<Instant> settle(Attempt attempt, Decision decision, long leaseEnds) {
        while (true) {
            try {
                return settlement.settle(attempt, decision);
            } catch (RuntimeException e) {
                if (System.nanoTime() > leaseEnds || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                LOG.debug("the end of an attempt could not be noted yet", e);
                LockSupport.parkNanos(DATABASE_PAUSE.toNanos());
            }
        }
    }

    private void tell(OwedMail mail, Decision decision, Optional<Instant> settled) {
        if (settled.isEmpty()) {
            LOG.warnf("attempt ended after its lease, another sender has the mail notification=%s", mail.id());
            return;
        }
        meters.count(mail.kind(), decision);
        switch (decision) {
            case Decision.Sent(var _, var partly) ->
                LOG.infof(
                        "mail sent notification=%s kind=%s%s",
                        mail.id(), mail.kind().wire(), partly == null ? "" : " partly=" + partly);
            case Decision.TryAgain(var pause, var problem, var counts, var _) ->
                LOG.logf(
                        counts ? Logger.Level.INFO : Logger.Level.DEBUG,
                        "mail waits notification=%s kind=%s problem=%s pause=%s",
                        mail.id(),
                        mail.kind().wire(),
                        problem,
                        pause);
            case Decision.Fail(var reason, var problem) ->
                LOG.warnf(
                        "mail failed notification=%s kind=%s reason=%s problem=%s",
                        mail.id(), mail.kind().wire(), reason.wire(), problem);
            case Decision.Suppress(var reason) ->
                LOG.infof(
                        "mail suppressed notification=%s kind=%s reason=%s",
                        mail.id(), mail.kind().wire(), reason.wire());
        }
    }
}
