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

    private final OutboxBatches batches;
    private final OutboxSender sender;
    private final Duration poll;
    private final Duration linger;
    private final Semaphore signal = new Semaphore(0);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopping;
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
            while (!stopping) {
                long began = System.nanoTime();
                try {
                    awaitMore(relayOnce(), began);
                } catch (SQLException | OutboxSender.BrokerTrouble | RuntimeException | Error e) {
                    // An Error too: without this thread nothing would leave the outbox any more.
                    sleep(restAfter(e));
                }
                // Here and not later: what is committed from now on rings again.
                signal.drainPermits();
            }
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

    /** Lets the batch in hand end, for at most five seconds; what is not sent by then stays in the outbox. */
    void stop() {
        stopping = true;
        wake();
        try {
            if (!ended.await(5, TimeUnit.SECONDS)) {
                sender.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
        if (failures++ == 0 && !stopping) {
            LOG.warnf("outbox waits, nothing is lost reason=%s", e.getMessage());
        }
        LOG.debug("outbox waits", e);
        return shorter(Duration.ofMillis(100L << Math.min(failures, 6)), LONGEST_REST);
    }

    /** A batch that left nothing behind is followed by a wake-up at the next commit: there is no need to look before. */
    private void awaitMore(Relayed last, long began) throws InterruptedException {
        if (last.more() && last.sent() > 0) {
            return;
        }
        if (!last.more()) {
            signal.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS);
        }
        sleep(linger.minusNanos(System.nanoTime() - began));
    }

    /** Not at all if it is no time. */
    private static void sleep(Duration time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
