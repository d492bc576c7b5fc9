package org.appel.applications.mailbox.imap;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * The thread of a reader, which others may break off, but not while it has a message in hand or writes to the database:
 * that is finished first. A virtual thread that is broken off while it reads from a line loses the line, which is all.
 */
final class Hand {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition broken = lock.newCondition();
    private @Nullable Thread thread;
    private boolean busy;
    private boolean breakOff;

    /** What must not be broken off. */
    interface Work<T, E extends Exception> {
        T run() throws E;
    }

    /** Says which thread it is. */
    void begin(Thread reader) {
        lock.lock();
        thread = reader;
        lock.unlock();
    }

    <T, E extends Exception> T undisturbed(Work<T, E> work) throws E, InterruptedException {
        lock.lock();
        try {
            if (breakOff) {
                throw new InterruptedException("The reader was asked to let go");
            }
            busy = true;
        } finally {
            lock.unlock();
        }
        try {
            return work.run();
        } finally {
            lock.lock();
            busy = false;
            if (breakOff) {
                Thread.currentThread().interrupt();
            }
            lock.unlock();
        }
    }

    /** Waits that long, or until it is broken off. */
    void rest(Duration most) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = most.toNanos();
            while (left > 0 && !breakOff) {
                left = broken.awaitNanos(left);
            }
            if (breakOff) {
                throw new InterruptedException("The reader was asked to let go");
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends what the reader does, at once or when it has done what it has in hand. */
    void breakOff() {
        lock.lock();
        breakOff = true;
        broken.signalAll();
        if (!busy && thread != null) {
            thread.interrupt();
        }
        lock.unlock();
    }

    /** The reader has heard of it and goes on with something else. */
    void reset() {
        lock.lock();
        breakOff = false;
        Thread.interrupted();
        lock.unlock();
    }
}
