package org.appel.applications.intake;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Tells who waits that some request of this replica has ended; of another replica's nobody tells, so no wait is long. */
final class Endings {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();

    void tell() {
        lock.lock();
        try {
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when a request has ended, or the time is over. */
    void await(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            ended.awaitNanos(atMost.toNanos());
        } finally {
            lock.unlock();
        }
    }
}
