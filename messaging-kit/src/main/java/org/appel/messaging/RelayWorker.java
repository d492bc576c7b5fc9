package org.appel.messaging;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

import org.appel.messaging.OutboxBatches.Relayed;

/**
 * One thread of the relay: sends while there is something, sleeps until woken, rests longer while Kafka is away. Of events that
 * trickle in the first goes at once; those that come within the linger after it go together.
 */
final class RelayWorker implements Runnable {

    private static final Logger LOG = Logger.getLogger(RelayWorker.class);
    private static final Duration LONGEST_REST = Duration.ofSeconds(2);
    /** While another relay has in hand what waits. */
    private static final Duration ANOTHERS_TURN = Duration.ofMillis(20);

    private final OutboxBatches batches;
    private final OutboxSender sender;
    private final Duration poll;
    private final Duration linger;
    private final Semaphore signal = new Semaphore(0);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private int failures;

    RelayWorker(OutboxBatches batches, OutboxSender sender, Duration poll, Duration linger) {
        this.batches = batches;
        this.sender = sender;
        this.poll = poll;
        this.linger = linger;
    }

    @Override
    public void run() {
        try {
            boolean last;
            do {
                // Once more after the end was asked for: what came while this one rested goes too.
                last = isStopping();
                relay();
                // Here and not later: what is committed from now on rings again.
                signal.drainPermits();
            } while (!last);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sender.close();
            ended.countDown();
        }
    }

    void wake() {
        if (signal.availablePermits() == 0) {
            signal.release();
        }
    }

    /** Lets what was committed go, for at most five seconds; what is not sent by then stays in the outbox. */
    void stop() {
        stopping.countDown();
        wake();
        try {
            if (!ended.await(5, TimeUnit.SECONDS)) {
                sender.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks once into the outbox, and rests as long as that calls for. */
    private void relay() throws InterruptedException {
        long began = System.nanoTime();
        try {
            awaitMore(relayOnce(), began);
        } catch (SQLException | OutboxSender.BrokerTrouble | RuntimeException | Error e) {
            // An Error too: without this thread nothing would leave the outbox any more.
            rest(restAfter(e));
        }
    }

    private Relayed relayOnce() throws SQLException, OutboxSender.BrokerTrouble {
        if (failures > 0) {
            sender.requireBroker();
        }
        var relayed = batches.relay(sender::sendAll);
        if (failures > 0) {
            LOG.infof("outbox flows again afterFailures=%d", failures);
            failures = 0;
        }
        return relayed;
    }

    private Duration restAfter(Throwable e) {
        if (failures++ == 0 && !isStopping()) {
            LOG.warnf("outbox waits, nothing is lost reason=%s", e.getMessage());
        }
        LOG.debug("outbox waits", e);
        return shorter(Duration.ofMillis(100L << Math.min(failures, 6)), LONGEST_REST);
    }

    /**
     * After a batch that left nothing behind there is no need to look before the next commit rings; what a process left that
     * cannot ring any more is found by the poll.
     */
    private void awaitMore(Relayed last, long began) throws InterruptedException {
        if (last.more()) {
            rest(last.sent() > 0 ? Duration.ZERO : ANOTHERS_TURN);
        } else if (!isStopping()) {
            signal.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS);
            rest(linger.minusNanos(System.nanoTime() - began));
        }
    }

    /** Not at all if it is no time, and no longer than until the end is asked for. */
    private void rest(Duration time) throws InterruptedException {
        stopping.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
