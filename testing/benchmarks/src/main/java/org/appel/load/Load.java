package org.appel.load;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * Load by so many clients: in a closed loop, where each begins its next piece of work when the last has ended, or at a rate
 * that does not depend on the answers.
 */
public final class Load {

    private Load() {}

    /** One client with a connection of its own. */
    public interface Client extends AutoCloseable {

        /** Does one piece of work and returns when it was answered. */
        void once() throws Exception;

        @Override
        void close() throws IOException, SQLException;
    }

    /**
     * What was done in the time.
     *
     * @param perSecond pieces of work
     * @param p99 of the time that one took
     */
    public record Measured(double perSecond, Duration p50, Duration p99) {

        @Override
        public String toString() {
            return "%,.0f/s (p50 %.1f ms, p99 %.1f ms)".formatted(perSecond, millis(p50), millis(p99));
        }

        private static double millis(Duration duration) {
            return duration.toNanos() / 1e6;
        }
    }

    /** @throws Exception the first failure of any client: what is measured must not be failures */
    public static Measured run(int clients, Duration time, Callable<Client> newClient) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        return run(clients, newClient, () -> {
            long now = System.nanoTime();
            return now < end ? OptionalLong.of(now) : OptionalLong.empty();
        });
    }

    /**
     * So many pieces of work a second. The time that one takes begins when it is due, so that one that cannot begin because
     * the others take long is as late as its candidate sees it.
     *
     * @throws Exception the first failure of any client: what is measured must not be failures
     */
    public static Measured atRate(double perSecond, int clients, Duration time, Callable<Client> newClient)
            throws Exception {
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        var number = new AtomicLong();
        return run(clients, newClient, () -> {
            long due = begin + (long) (number.getAndIncrement() / perSecond * 1e9);
            if (due >= end) {
                return OptionalLong.empty();
            }
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            return OptionalLong.of(due);
        });
    }

    /** @param beginnings gives the moment at which the next piece of work begins, once it is there; empty at the end */
    private static Measured run(int clients, Callable<Client> newClient, Supplier<OptionalLong> beginnings)
            throws Exception {
        long begin = System.nanoTime();
        var taken = new ArrayList<long[]>();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            List<Future<long[]>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                running.add(threads.submit(() -> work(newClient, beginnings)));
            }
            for (var client : running) {
                taken.add(client.get());
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        var all = taken.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Measured(all.length / seconds, at(all, 0.50), at(all, 0.99));
    }

    private static long[] work(Callable<Client> newClient, Supplier<OptionalLong> beginnings) throws Exception {
        var taken = LongStream.builder();
        try (var client = newClient.call()) {
            for (var begin = beginnings.get(); begin.isPresent(); begin = beginnings.get()) {
                client.once();
                taken.add(System.nanoTime() - begin.getAsLong());
            }
        }
        return taken.build().toArray();
    }

    /** The time that this share of the sorted ones, in nanoseconds, does not exceed; zero without any. */
    public static Duration at(long[] sorted, double share) {
        return sorted.length == 0
                ? Duration.ZERO
                : Duration.ofNanos(sorted[(int) Math.min(sorted.length - 1, Math.round(sorted.length * share))]);
    }
}
