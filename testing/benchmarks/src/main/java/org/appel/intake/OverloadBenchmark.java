package org.appel.intake;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import org.appel.launcher.embedded.FileTree;
import org.appel.launcher.local.LocalSettings;
import org.appel.launcher.local.LocalSystem;
import org.appel.launcher.local.Progress;
import org.appel.launcher.process.Service;
import org.appel.launcher.samples.Samples;
import org.appel.load.Load;

/**
 * Ten times more applications than can be taken, by clients that do not wait for each other, for a minute, five times: how many
 * are taken meanwhile, of what clients that wait get done before and after it (the median must suffice); how soon the others are
 * told to come again (over all rounds); that everybody has an answer; and how soon as many are taken again as must be in a flood
 * (the longest). Its exit status is 0 if all this is as it must be. What makes the load runs on a core of its own
 * ({@link Cores}), and the service knows how many it has.
 *
 * <p>With {@code unbounded} as its second argument the intake lets everybody wait, which it must not: that run, of one round,
 * has to fail.
 */
public final class OverloadBenchmark {

    private static final int CLIENTS = 32;
    private static final int TIMES = 10;
    private static final int ROUNDS = 5;
    private static final int WARM_UP_ROUNDS = 8;
    private static final double STILL_FASTER = 1.05;
    private static final int CV_IN_BYTES = 20_000;
    private static final Duration CAPACITY = Duration.ofSeconds(15);
    private static final Duration FLOOD = Duration.ofSeconds(60);
    private static final Duration WINDOW = Duration.ofSeconds(1);
    private static final Duration RECOVERY = Duration.ofSeconds(10);
    private static final Duration REFUSED_WITHIN = Duration.ofMillis(100);
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
        var cores = Cores.ofTheService();
        var settings = LocalSettings.temporary(repository, data)
                .asDeployed()
                .withEnvironment(Map.of(
                        "JDK_JAVA_OPTIONS",
                        "-XX:ActiveProcessorCount=" + cores,
                        "APPEL_INTAKE_IN_WORK",
                        String.valueOf(2 * cores),
                        "APPEL_INTAKE_WAITING",
                        unbounded ? "1000000" : "200"));
        boolean asItMustBe;
        try (var system = LocalSystem.started(settings, Progress.SILENT, Clock.systemUTC())) {
            new Samples(system).loadOrganisations();
            asItMustBe = new OverloadBenchmark(system).run(unbounded ? 1 : ROUNDS);
        } finally {
            FileTree.delete(data);
        }
        System.exit(asItMustBe ? 0 : 1);
    }

    private boolean run(int rounds) throws Exception {
        // Only what is measured: the others would take their share of the same cores.
        system.service(Service.NOTIFICATION).stop();
        system.service(Service.POSTINGS).stop();
        warmUp();
        Cores.keepApart(system);
        var first = closedLoop(CAPACITY);
        System.out.println("a flood for the JVM to compile what turns away: " + first);
        flood(first.perSecond());
        closedLoop(CAPACITY);

        long process = system.service(Service.APPLICATIONS).handle().pid();
        var resident = residentInMiB(process);
        rounds(rounds);
        require(
                "the same process as before, %d MiB resident before and %d MiB after"
                        .formatted(resident, residentInMiB(process)),
                system.service(Service.APPLICATIONS).handle().pid() == process);
        return asItMustBe;
    }

    private void rounds(int rounds) throws Exception {
        var answers = new ArrayList<Flood.Answered>();
        var shares = new ArrayList<Double>();
        var recoveries = new ArrayList<Duration>();
        var before = closedLoop(CAPACITY);
        var beginning = before;
        System.out.println("capacity, " + CLIENTS + " clients: " + before);
        for (int round = 1; round <= rounds; round++) {
            var flood = flood(before.perSecond());
            System.out.println("round " + round + ": " + told(flood));
            answers.addAll(flood.answers());
            var recovery = recovery(flood, before.perSecond());
            if (recovery.isEmpty()) {
                require("as before after some time", false);
                break;
            }
            recoveries.add(recovery.get());
            var after = closedLoop(CAPACITY);
            // The machine's pace changes over minutes.
            shares.add(2 * takenPerSecond(flood) / (before.perSecond() + after.perSecond()));
            System.out.printf(
                    "%.2f of the capacity; as before after %d ms, capacity %s%n",
                    shares.getLast(), recovery.get().toMillis(), after);
            before = after;
        }
        report(answers, shares, recoveries);
        require(
                "no slower from flood to flood: %s, then %s".formatted(beginning, before),
                before.perSecond() >= GOODPUT * beginning.perSecond());
    }

    private void report(List<Flood.Answered> answers, List<Double> shares, List<Duration> recoveries) {
        var refused = answers.stream()
                .filter(a -> a.status() == BUSY)
                .mapToLong(Flood.Answered::nanos)
                .sorted()
                .toArray();
        require(
                "told to come again after p50 %s, p99 %s".formatted(Load.at(refused, 0.5), Load.at(refused, 0.99)),
                refused.length > 0 && Load.at(refused, 0.99).compareTo(REFUSED_WITHIN) <= 0);
        require(
                "everybody of %,d has an answer".formatted(answers.size()),
                answers.stream().allMatch(a -> a.status() == TAKEN || a.status() == BUSY));
        if (shares.isEmpty()) {
            return;
        }
        shares.sort(null);
        var median = shares.get(shares.size() / 2);
        require(
                "taken / capacity: median %.2f (%.2f to %.2f) over %d rounds"
                        .formatted(median, shares.getFirst(), shares.getLast(), shares.size()),
                median >= GOODPUT);
        var longest = Collections.max(recoveries);
        require("as before after " + longest.toMillis() + " ms at most", longest.compareTo(RECOVERY) <= 0);
    }

    /**
     * From the end of the sending until in one second as many were taken as must be in a flood; empty if that takes more than
     * twice as long as it may.
     */
    private Optional<Duration> recovery(Flood.Result flood, double capacity) throws Exception {
        while (System.nanoTime() - flood.end() < 2 * RECOVERY.toNanos()) {
            if (takenNow() >= GOODPUT * capacity) {
                return Optional.of(Duration.ofNanos(System.nanoTime() - flood.end()));
            }
        }
        return Optional.empty();
    }

    private static double takenPerSecond(Flood.Result flood) {
        long inTime = flood.answers().stream()
                .filter(a -> a.status() == TAKEN && a.at() <= flood.end())
                .count();
        return inTime * 1e9 / (flood.end() - flood.begin());
    }

    private static String told(Flood.Result flood) {
        return "%,d sent in %.0f s: %,.0f/s taken, %,d told to come again, %,d without either %s"
                .formatted(
                        flood.answers().size(),
                        (flood.end() - flood.begin()) / 1e9,
                        takenPerSecond(flood),
                        flood.answers().stream().filter(a -> a.status() == BUSY).count(),
                        flood.answers().stream()
                                .filter(a -> a.status() != BUSY && a.status() != TAKEN)
                                .count(),
                        flood.faults());
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

    private Flood.Result flood(double perSecond) throws IOException {
        try (var flood = new Flood(service, new ApplicationRequest(service, posting, cv))) {
            return flood.run(perSecond * TIMES, FLOOD);
        }
    }

    private void require(String what, boolean holds) {
        System.out.println((holds ? "ok    " : "FAILS ") + what);
        asItMustBe &= holds;
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
