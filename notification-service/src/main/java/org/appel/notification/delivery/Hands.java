package org.appel.notification.delivery;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * So many mails are worked on at one time, each on a thread. One that takes long goes on beside them: its hand
 * is free for another mail meanwhile. As many may do so as there are hands, and the next long one keeps its hand.
 */
final class Hands {

    private final Semaphore free;
    private final Semaphore beside;
    private final Duration slowAfter;
    private final ExecutorService workers = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("mail-", 1).factory());
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("slow-mails").factory());

    Hands(int hands, Duration slowAfter) {
        this.free = new Semaphore(hands);
        this.beside = new Semaphore(hands);
        this.slowAfter = slowAfter;
    }

    /** Waits until one is free, and takes it and all others that are. */
    int take() throws InterruptedException {
        free.acquire();
        return 1 + free.drainPermits();
    }

    /** Gives back what was taken and is not needed. */
    void giveBack(int hands) {
        free.release(hands);
    }

    /** Does the work with one that was taken, which is free again when it ends, or lasts, or cannot begin. */
    void work(Runnable work) {
        var hand = new Hand();
        try {
            begin(work, hand);
        } catch (RuntimeException | Error e) {
            hand.end();
            throw e;
        }
    }

    private void begin(Runnable work, Hand hand) {
        workers.execute(() -> {
            var longWork = watch.schedule(hand::goOnBeside, slowAfter.toMillis(), TimeUnit.MILLISECONDS);
            try {
                work.run();
            } finally {
                longWork.cancel(false);
                hand.end();
            }
        });
    }

    /** Lets the work in hand finish for this long before it is broken off. */
    void stop(Duration most) throws InterruptedException {
        workers.shutdown();
        if (!workers.awaitTermination(most.toNanos(), TimeUnit.NANOSECONDS)) {
            workers.shutdownNow();
        }
        watch.shutdownNow();
    }

    private enum Place {
        IN_HAND,
        BESIDE,
        ENDED
    }

    private final class Hand {

        private final AtomicReference<Place> place = new AtomicReference<>(Place.IN_HAND);

        private void goOnBeside() {
            if (beside.tryAcquire()) {
                (place.compareAndSet(Place.IN_HAND, Place.BESIDE) ? free : beside).release();
            }
        }

        private void end() {
            (place.getAndSet(Place.ENDED) == Place.BESIDE ? beside : free).release();
        }
    }
}
