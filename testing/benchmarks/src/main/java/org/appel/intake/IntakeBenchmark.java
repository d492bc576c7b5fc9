package org.appel.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.appel.launcher.embedded.FileTree;
import org.appel.launcher.local.LocalSettings;
import org.appel.launcher.local.LocalSystem;
import org.appel.launcher.local.Progress;
import org.appel.launcher.process.Service;
import org.appel.launcher.samples.Samples;
import org.appel.load.Load;

/**
 * The intake, as it is shipped and over HTTP, against PostgreSQL writing the same rows by the same number of clients:
 * the two in turn on one machine in one run, and the median of their ratios. Before, the intake's p99 with readers and
 * mail running, against without, and how long it takes from an application to its reader: at a quarter of what comes
 * in and is read, and at a moderate rate; mail goes on at its pace all the while.
 *
 * <p>{@code docs/performance.md} says how to run it; the services must be built, and nothing needs to be running.
 */
public final class IntakeBenchmark {

    private static final int CLIENTS = 32;
    private static final int ROUNDS = 5;
    /** More of them, since a single ratio strays by a third on a machine that is shared. */
    private static final int COMPARISONS = 9;

    private static final int WARM_UP_ROUNDS = 40;
    /** So many rounds without a faster one. */
    private static final int LEVEL_ROUNDS = 6;

    private static final Duration ROUND = Duration.ofSeconds(6);
    private static final Duration RUSH = Duration.ofSeconds(30);
    /** A p99 of fewer is that of a handful. */
    private static final double SAMPLES = 1000;
    /** Applications a second: 180,000 an hour. */
    private static final double MODERATE = 50;

    private static final int CV_IN_BYTES = 100_000;

    private final LocalSystem system;
    private final String posting;

    private IntakeBenchmark(LocalSystem system) throws SQLException {
        this.system = system;
        this.posting = OpenPosting.in(system);
    }

    /** @param arguments the project's folder; without it the current one */
    public static void main(String[] arguments) throws Exception {
        var repository = Path.of(arguments.length == 0 ? "." : arguments[0]);
        var data = Files.createTempDirectory("intake-benchmark");
        try (var system = LocalSystem.started(
                LocalSettings.temporary(repository, data).asDeployed(), Progress.SILENT, Clock.systemUTC())) {
            system.database().createDatabase("bare", "bare", "bare");
            BareClient.createTables(system.database());
            new Samples(system).loadOrganisations();
            new IntakeBenchmark(system).run();
        } finally {
            FileTree.delete(data);
        }
    }

    private void run() throws Exception {
        var without = new byte[0];
        var cv = SampleCv.pdf(CV_IN_BYTES);
        var readers = new Readers(system.database(), posting);
        warmUp(() -> client(without));
        double quarter = limit(readers) / 4;
        var rates = List.of(quarter, MODERATE);
        var busy = new ArrayList<List<Double>>();
        for (double rate : rates) {
            readers.catchUp();
            busy.add(p99s("everything running", rate));
            System.out.printf(
                    "from receipt to reader at %,.0f/s: p50 %.1f ms, p99 %.1f ms%n",
                    rate, readers.delayInMillis(0.50), readers.delayInMillis(0.99));
        }
        // The readers and the mail; the relay belongs to the service itself.
        system.service(Service.NOTIFICATION).stop();
        system.service(Service.POSTINGS).stop();
        for (int i = 0; i < rates.size(); i++) {
            var quiet = p99s("the service alone", rates.get(i));
            System.out.printf(
                    "p99 at %,.0f/s with readers and mail running / without: %.2f (%.1f ms / %.1f ms, medians)%n",
                    rates.get(i), median(busy.get(i)) / median(quiet), median(busy.get(i)), median(quiet));
        }
        compare("without documents", without);
        compare("with a CV of " + CV_IN_BYTES / 1000 + " kB", cv);
    }

    /** How many a second come in and are read: what comes in faster for a while is read later. */
    private double limit(Readers readers) throws Exception {
        readers.catchUp();
        long begin = System.nanoTime();
        var taken = Load.run(CLIENTS, RUSH, () -> client(new byte[0]));
        readers.catchUp();
        double limit = taken.perSecond() * RUSH.toNanos() / (System.nanoTime() - begin);
        System.out.printf("a rush of %d s: %s; until all had been read, %,.0f/s%n", RUSH.toSeconds(), taken, limit);
        return limit;
    }

    private Load.Client client(byte[] cv) throws IOException {
        return new ApplyingClient(system.service(Service.APPLICATIONS).url(), posting, cv);
    }

    /** At a rate that does not depend on the answers; in a loop that does, whoever shares the cores lengthens every wait. */
    private List<Double> p99s(String what, double rate) throws Exception {
        var p99s = new ArrayList<Double>();
        var time = Duration.ofMillis(Math.max(ROUND.toMillis(), (long) (SAMPLES / rate * 1000)));
        for (int round = 0; round <= ROUNDS; round++) {
            var measured = Load.atRate(rate, CLIENTS, time, () -> client(new byte[0]));
            System.out.println(what + ", round " + round + ": " + measured);
            if (round > 0) {
                p99s.add(measured.p99().toNanos() / 1e6);
            }
        }
        return p99s;
    }

    private void compare(String what, byte[] cv) throws Exception {
        var ratios = new ArrayList<Double>();
        warmUp(() -> client(cv));
        for (int round = 0; round <= COMPARISONS; round++) {
            var bare = measure(() -> new BareClient(system.database(), cv));
            var intake = measure(() -> client(cv));
            System.out.printf("%s, round %d: PostgreSQL alone %s, intake %s%n", what, round, bare, intake);
            if (round > 0) {
                ratios.add(intake.perSecond() / bare.perSecond());
            }
        }
        ratios.sort(null);
        System.out.printf(
                "%s: intake / PostgreSQL alone: median %.2f (%.2f to %.2f) over %d rounds, the first left out%n",
                what, median(ratios), ratios.getFirst(), ratios.getLast(), COMPARISONS);
    }

    /** Until it gets no faster, which takes the JVM minutes on cores that it shares. */
    private static void warmUp(Callable<Load.Client> newClient) throws Exception {
        double best = 0;
        int level = 0;
        for (int round = 1; round <= WARM_UP_ROUNDS && level < LEVEL_ROUNDS; round++) {
            var measured = measure(newClient);
            System.out.println("warm-up, round " + round + ": " + measured);
            level = measured.perSecond() > best ? 0 : level + 1;
            best = Math.max(best, measured.perSecond());
        }
    }

    private static Load.Measured measure(Callable<Load.Client> newClient) throws Exception {
        return Load.run(CLIENTS, ROUND, newClient);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
