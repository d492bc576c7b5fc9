package org.appel.messaging;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

/** One thread of the relay: sends while there is something, sleeps until woken, rests longer while Kafka is away. */
final class RelayWorker implements Runnable {

    private static final Logger LOG = Logger.getLogger(RelayWorker.class);
    private static final Duration LONGEST_REST = Duration.ofSeconds(2);

    private final OutboxBatches batches;
    private final OutboxSender sender;
    private final Duration poll;
    private final Semaphore signal = new Semaphore(0);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopping;
    private int failures;

    RelayWorker(OutboxBatches batches, OutboxSender sender, Duration poll) {
        this.batches = batches;
        this.sender = sender;
        this.poll = poll;
    }

    @Override
    public void run() {
        try {
            while (!stopping) {
                rest(relayOnce());
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

    private Duration relayOnce() {
        try {
            if (failures > 0) {
                sender.requireBroker();
            }
            int sent = batches.relay(sender::sendAll);
            if (failures > 0) {
                LOG.infof("outbox flows again afterFailures=%d", failures);
                failures = 0;
            }
            return sent > 0 ? Duration.ZERO : poll;
        } catch (SQLException | OutboxSender.BrokerTrouble | RuntimeException | Error e) {
            // An Error too: without this thread nothing would leave the outbox any more.
            if (failures++ == 0 && !stopping) {
                LOG.warnf("outbox waits, nothing is lost reason=%s", e.getMessage());
            }
            LOG.debug("outbox waits", e);
            return shorter(Duration.ofMillis(100L << Math.min(failures, 6)), LONGEST_REST);
        }
    }

    private void rest(Duration rest) throws InterruptedException {
        if (failures > 0) {
            TimeUnit.MILLISECONDS.sleep(rest.toMillis());
        } else if (rest.isPositive()) {
            signal.tryAcquire(rest.toMillis(), TimeUnit.MILLISECONDS);
        }
        signal.drainPermits();
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
