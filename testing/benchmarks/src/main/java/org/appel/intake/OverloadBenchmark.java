package org.appel.intake;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

import org.appel.launcher.embedded.FileTree;
import org.appel.launcher.local.LocalSettings;
import org.appel.launcher.local.LocalSystem;
import org.appel.launcher.local.Progress;
import org.appel.launcher.process.Service;
import org.appel.launcher.samples.Samples;
import org.appel.load.Load;

/**
 * Ten times more applications than can be taken, by clients that do not wait for each other, for a minute: how many are
 * taken meanwhile, how soon the others are told to come again, and how soon all is as before. Its exit status is 0 if
 * everything is as it must be. What makes the load runs on a core of its own ({@link Cores}).
 *
 * <p>With {@code unbounded} as its second argument the intake lets everybody wait, which it must not: that run has to fail.
 */
public final class OverloadBenchmark {

    private static final int CLIENTS = 32;
    private static final int TIMES = 10;
    private static final int WARM_UP_ROUNDS = 8;
    private static final double STILL_FASTER = 1.05;
    private static final int CV_IN_BYTES = 20_000;
    private static final Duration CAPACITY = Duration.ofSeconds(15);
    private static final Duration FLOOD = Duration.ofSeconds(60);
    private static final Duration WINDOW = Duration.ofSeconds(1);
    private static final Duration RECOVERY = Duration.ofSeconds(10);
    private static final Duration REFUSED_WITHIN = Duration.ofMillis(100);
    /** Of those who wait for an answer. Below what a process may have open, since the broker is in this one and ends without. */
    private static final int MOST_CONNECTIONS = 5000;

    private static final double GOODPUT = 0.8;
    private static final int TAKEN = 201;
    private static final int BUSY = 503;

    private final LocalSystem system;
    private final URI service;
    private final String posting;
    private final byte[] cv = SampleCv.pdf(CV_IN_BYTES);
    private boolean asItMustBe = true;

    private OverloadBenchmark(LocalSystem system) throws SQLException, IOException {
        this.system = system;
        service = system.service(Service.APPLICATIONS).url();
        posting = OpenPosting.in(system);
    }

    /** @param arguments the project's folder, without it the current one; then {@code unbounded} for the run that fails */
    public static void main(String[] arguments) throws Exception {
        var repository = Path.of(arguments.length == 0 ? "." : arguments[0]);
        boolean unbounded = arguments.length > 1 && arguments[1].equals("unbounded");
        var data = Files.createTempDirectory("overload-benchmark");
        var settings = LocalSettings.temporary(repository, data)
                .asDeployed()
                .withEnvironment(Map.of(
                        "APPEL_INTAKE_IN_WORK",
                        String.valueOf(2 * Cores.ofTheService()),
                        "APPEL_INTAKE_WAITING",
                        unbounded ? "1000000" : "200"));
        boolean asItMustBe;
        try (var system = LocalSystem.started(settings, Progress.SILENT, Clock.systemUTC())) {
            new Samples(system).loadOrganisations();
            asItMustBe = new OverloadBenchmark(system).run();
        } finally {
            FileTree.delete(data);
        }
        System.exit(asItMustBe ? 0 : 1);
    }

    /** @param status of the answer; 0 if there was none */
    private record Answered(int status, long nanos) {}

    private boolean run() throws Exception {
        // Only what is measured: the others would take their share of the same cores.
        system.service(Service.NOTIFICATION).stop();
        system.service(Service.POSTINGS).stop();
        warmUp();
        Cores.keepApart(system);
        var first = closedLoop(CAPACITY);
        System.out.println("a flood for the JVM to compile what turns away: " + first);
        flood(first.perSecond() * TIMES);
        closedLoop(CAPACITY);
        var capacity = closedLoop(CAPACITY);
        System.out.println("capacity, " + CLIENTS + " clients: " + capacity);
        long process = system.service(Service.APPLICATIONS).handle().pid();
        var before = residentInMiB(process);

        var answers = flood(capacity.perSecond() * TIMES);
        report(answers, capacity.perSecond());
        require(
                "the same process as before, %d MiB resident before and %d MiB after"
                        .formatted(before, residentInMiB(process)),
                system.service(Service.APPLICATIONS).handle().pid() == process);
        recovery(capacity.perSecond());
        return asItMustBe;
    }

    private void report(Queue<Answered> answers, double capacity) {
        double taken = count(answers, a -> a.status() == TAKEN) / (double) FLOOD.toSeconds();
        long busy = count(answers, a -> a.status() == BUSY);
        long others = answers.size() - busy - count(answers, a -> a.status() == TAKEN);
        var times = answers.stream()
                .filter(a -> a.status() == BUSY)
                .mapToLong(Answered::nanos)
                .sorted()
                .toArray();
        System.out.printf(
                "%,d sent in %d s: %,.0f/s taken, %,d told to come again, %,d without either%n",
                answers.size(), FLOOD.toSeconds(), taken, busy, others);
        require("taken / capacity: %.2f".formatted(taken / capacity), taken >= GOODPUT * capacity);
        require(
                "told to come again after p50 %s, p99 %s".formatted(Load.at(times, 0.5), Load.at(times, 0.99)),
                busy > 0 && Load.at(times, 0.99).compareTo(REFUSED_WITHIN) <= 0);
        require("everybody has an answer", others == 0);
    }

    private void recovery(double capacity) throws Exception {
        long begin = System.nanoTime();
        while (takenNow() < GOODPUT * capacity) {
            if (System.nanoTime() - begin > 2 * RECOVERY.toNanos()) {
                break;
            }
        }
        var took = Duration.ofNanos(System.nanoTime() - begin);
        require("as before after " + took.toMillis() + " ms", took.compareTo(RECOVERY) <= 0);
    }

    private double takenNow() throws Exception {
        try {
            return closedLoop(WINDOW).perSecond();
        } catch (ExecutionException toldToComeAgain) {
            return 0;
        }
    }

    /** Until it gets no faster: the JVM compiles the service's code for minutes on these cores. */
    private void warmUp() throws Exception {
        var best = closedLoop(CAPACITY);
        for (int round = 1; round < WARM_UP_ROUNDS; round++) {
            var next = closedLoop(CAPACITY);
            System.out.println("warm-up, round " + round + ": " + next);
            if (next.perSecond() < best.perSecond() * STILL_FASTER) {
                return;
            }
            best = next;
        }
    }

    private Load.Measured closedLoop(Duration time) throws Exception {
        return Load.run(CLIENTS, time, () -> new ApplyingClient(service, posting, cv));
    }

    /**
     * Begins so many each second, whatever becomes of those before; connections that are free again are used again. Who
     * finds no connection left is one without an answer.
     */
    private Queue<Answered> flood(double perSecond) {
        var answers = new ConcurrentLinkedQueue<Answered>();
        var free = new ConcurrentLinkedDeque<ApplyingClient>();
        var connections = new Semaphore(MOST_CONNECTIONS);
        long pause = (long) (1e9 / perSecond);
        long next = System.nanoTime();
        long end = next + FLOOD.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (; next < end; next += pause) {
                LockSupport.parkNanos(next - System.nanoTime());
                if (connections.tryAcquire()) {
                    threads.submit(() -> {
                        answers.add(once(free));
                        connections.release();
                    });
                } else {
                    answers.add(new Answered(0, 0));
                }
            }
        }
        return answers;
    }

    private Answered once(ConcurrentLinkedDeque<ApplyingClient> free) {
        long begin = System.nanoTime();
        var client = free.pollFirst();
        try {
            if (client == null) {
                client = new ApplyingClient(service, posting, cv);
            }
            var status = client.apply();
            free.addFirst(client);
            return new Answered(status, System.nanoTime() - begin);
        } catch (IOException broken) {
            return new Answered(0, System.nanoTime() - begin);
        }
    }

    private void require(String what, boolean holds) {
        System.out.println((holds ? "ok    " : "FAILS ") + what);
        asItMustBe &= holds;
    }

    private static long count(Queue<Answered> answers, Predicate<Answered> which) {
        return answers.stream().filter(which).count();
    }

    /** As Linux counts it. */
    private static long residentInMiB(long process) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
