package org.appel.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Takes a channel's records in groups, in their order: whatever came while one group was in work is the next one. A record
 * that comes alone waits for nobody, and the more come, the less each costs. One thread at a time works for a channel.
 */
final class GroupReader implements Flow.Subscriber<Message<byte[]>> {

    private final Executor threads;
    private final int most;
    private final Consumer<List<Message<byte[]>>> reading;
    private final Consumer<Throwable> failed;

    private final Queue<Message<byte[]>> waiting = new ConcurrentLinkedQueue<>();
    /** Those that wait and those in work; whoever raises it from zero begins to work. */
    private final AtomicInteger there = new AtomicInteger();

    private volatile Flow.Subscription channel;

    /**
     * @param most records in a group; as many wait for the next one
     * @param reading reads a group and settles each record of it, whatever becomes of it
     * @param failed is told what must not happen: records are not settled, or are read no more, until the service starts again
     */
    GroupReader(Executor threads, int most, Consumer<List<Message<byte[]>>> reading, Consumer<Throwable> failed) {
        this.threads = threads;
        this.most = most;
        this.reading = reading;
        this.failed = failed;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        channel = subscription;
        subscription.request(2L * most);
    }

    @Override
    public void onNext(Message<byte[]> message) {
        waiting.add(message);
        if (there.getAndIncrement() == 0) {
            begin();
        }
    }

    @Override
    public void onError(Throwable failure) {
        failed.accept(failure);
    }

    @Override
    public void onComplete() {
        // The service stops.
    }

    private void begin() {
        try {
            threads.execute(this::work);
        } catch (RuntimeException | Error noThread) {
            failed.accept(noThread);
        }
    }

    private void work() {
        int left;
        do {
            var group = next();
            try {
                reading.accept(group);
            } catch (RuntimeException | Error failure) {
                // Those after them are read, and read once more in vain when these come again.
                failed.accept(failure);
            }
            channel.request(group.size());
            left = there.addAndGet(-group.size());
        } while (left > 0);
    }

    private List<Message<byte[]>> next() {
        var group = new ArrayList<Message<byte[]>>();
        for (var message = waiting.poll(); message != null; message = waiting.poll()) {
            group.add(message);
            if (group.size() == most) {
                break;
            }
        }
        return group;
    }
}
