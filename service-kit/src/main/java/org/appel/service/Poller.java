package org.appel.service;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

/**
 * Does one kind of work again and again, on a thread of its own: the scheduler of Quarkus looks once a second at most. A
 * turn begins when the one before has ended. Trouble is told when it begins and when it is over, not each time, and never
 * keeps the next turn from coming.
 */
public final class Poller {
    private static final Logger LOG = Logger.getLogger(Poller.class);
    private static final Duration TO_END = Duration.ofSeconds(5);

    private final String name;
    private final Duration toEnd;
    private final ScheduledExecutorService thread;
    private boolean inTrouble;
    private boolean wasInTrouble;

    /** @param name of the thread, and in the log, such as {@code deadline-watch} */
    public Poller(String name) {
        this(name, TO_END);
    }

    Poller(String name, Duration toEnd) {
        this.name = name;
        this.toEnd = toEnd;
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /** One turn. */
    @FunctionalInterface
    public interface Work {
        /** @throws InterruptedException if the service stops and the work cannot be waited for */
        void run() throws InterruptedException;
    }

    /** @param every from the end of one turn to the beginning of the next */
    public void start(Duration every, Work work) {
        thread.scheduleWithFixedDelay(() -> turn(work), 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether a turn in hand should end as soon as it can without leaving anything half done. */
    public boolean isStopping() {
        return thread.isShutdown();
    }

    /** Lets the turn in hand end, for five seconds; then it is interrupted. */
    public void stop() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(toEnd.toMillis(), TimeUnit.MILLISECONDS)) {
            thread.shutdownNow();
        }
    }

    /** Tells, from within a turn, what kept a part of it from being done and does not keep the rest. */
    public void tell(Throwable trouble) {
        inTrouble = true;
        if (!wasInTrouble) {
            LOG.warnf("%s waits, nothing is lost reason=%s", name, trouble.getMessage());
        }
        LOG.debugf(trouble, "%s waits", name);
    }

    /** One turn on the thread of whoever calls, for tests; not beside those of a poller that was started. */
    public void turn(Work work) {
        inTrouble = false;
        try {
            work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // An Error too: the executor would never look again.
            tell(e);
        }
        if (wasInTrouble && !inTrouble) {
            LOG.infof("%s goes on", name);
        }
        wasInTrouble = inTrouble;
    }
}
