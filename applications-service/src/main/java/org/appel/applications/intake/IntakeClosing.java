package org.appel.applications.intake;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.logging.Logger;

import org.appel.applications.config.IntakeConfig;
import org.appel.applications.messaging.ApplicationEventWriter;
import org.appel.applications.messaging.IntakeClosedV1;
import org.appel.applications.model.Counts;
import org.appel.applications.storage.Arrivals;
import org.appel.applications.storage.Closings;
import org.appel.messaging.Trouble;

/**
 * Closes and counts the intake once for each deadline that has passed and whose grace has passed, too, when every
 * request that arrived in time must have ended and every mail that arrived in time must have been read. Applications that a posting takes later still are not in the count: they
 * come on top. Any number of replicas may run it.
 */
@ApplicationScoped
public class IntakeClosing {
    private static final Logger LOG = Logger.getLogger(IntakeClosing.class);

    private final Closings closings;
    private final Arrivals arrivals;
    private final ApplicationEventWriter events;
    private final ReadMailboxes mailboxes;
    private final Duration onItsWay;
    private final Duration mailPatience;
    /** Held while a closing is in hand, so that the service stops between two and not within one. */
    private final ReentrantLock inHand = new ReentrantLock();

    private volatile boolean stopping;

    IntakeClosing(
            Closings closings,
            Arrivals arrivals,
            ApplicationEventWriter events,
            ReadMailboxes mailboxes,
            IntakeConfig config) {
        this.closings = closings;
        this.arrivals = arrivals;
        this.events = events;
        this.mailboxes = mailboxes;
        mailPatience = config.mailboxPatience();
        onItsWay = config.uploadLimit().plus(config.patience()).plus(config.work());
    }

    /** Closes all that are due, each in a transaction of its own. */
    @Scheduled(every = "1s", identity = "intake-closing", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void closeWhatIsDue() {
        inHand.lock();
        try {
            boolean more = true;
            while (more && !stopping) {
                more = QuarkusTransaction.requiringNew().call(this::closeNext);
            }
        } catch (RuntimeException e) {
            if (Trouble.of(e) != Trouble.PASSING) {
                throw e;
            }
            LOG.warnf("intake closing waits, nothing is lost reason=%s", e.getMessage());
        } finally {
            inHand.unlock();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        inHand.lock();
        inHand.unlock();
    }

    /** @return false if none was due */
    boolean closeNext() {
        var due = closings.lockNext(new Closings.Waiting(onItsWay, mailPatience, mailboxes.drained()));
        due.flatMap(deadline -> closings.holdOff(deadline, onItsWay)).ifPresent(this::close);
        return due.isPresent();
    }

    private void close(Closings.Ended intake) {
        var counts = arrivals.countsUntil(intake.posting(), intake.endsAt());
        var applications = closings.standing(intake);
        var closedAt = closings.close(intake);
        events.record(new IntakeClosedV1(
                intake.posting().value(),
                intake.organisation(),
                intake.deadlineVersion(),
                intake.closesAt(),
                closedAt,
                applications,
                onTheWire(counts)));
        LOG.infof(
                "intake closed postingId=%s deadlineVersion=%d applications=%d",
                intake.posting(), intake.deadlineVersion(), applications);
    }

    private static IntakeClosedV1.CountsV1 onTheWire(Counts counts) {
        return new IntakeClosedV1.CountsV1(
                counts.arrived(),
                counts.accepted(),
                counts.updated(),
                counts.duplicate(),
                counts.refused(),
                counts.unsorted());
    }
}
