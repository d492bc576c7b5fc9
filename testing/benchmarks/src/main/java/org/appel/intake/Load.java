package org.appel.intake;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Closed-loop load: so many clients, each of which begins its next piece of work when the last has ended. */
final class Load {

    private Load() {}

    /** One client with a connection of its own. */
    interface Client extends AutoCloseable {

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
    record Measured(double perSecond, Duration p50, Duration p99) {

        @Override
        public String toString() {
            return "%,.0f/s (p50 %.1f ms, p99 %.1f ms)".formatted(perSecond, millis(p50), millis(p99));
        }

        private static double millis(Duration duration) {
            return duration.toNanos() / 1e6;
        }
    }

    /** @throws Exception the first failure of any client: what is measured must not be failures */
    static Measured run(int clients, Duration time, Callable<Client> newClient) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        long begin = System.nanoTime();
        var taken = new ArrayList<long[]>();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            List<Future<long[]>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                running.add(threads.submit(() -> work(newClient, end)));
            }
            for (var client : running) {
                taken.add(client.get());
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        var all = taken.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Measured(all.length / seconds, at(all, 0.50), at(all, 0.99));
    }

    private static long[] work(Callable<Client> newClient, long end) throws Exception {
        var taken = new long[1 << 16];
        int n = 0;
        try (var client = newClient.call()) {
            while (System.nanoTime() < end) {
                long begin = System.nanoTime();
                client.once();
                taken[n++ & 0xFFFF] = System.nanoTime() - begin;
            }
        }
        return Arrays.copyOf(taken, Math.min(n, taken.length));
    }

    /** The time that this share of the sorted ones, in nanoseconds, does not exceed; zero without any. */
    static Duration at(long[] sorted, double share) {
        return sorted.length == 0
                ? Duration.ZERO
                : Duration.ofNanos(sorted[(int) Math.min(sorted.length - 1, Math.round(sorted.length * share))]);
    }
}
