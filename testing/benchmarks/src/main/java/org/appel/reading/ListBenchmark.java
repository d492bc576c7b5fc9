package org.appel.reading;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import org.appel.launcher.embedded.FileTree;
import org.appel.launcher.local.LocalSettings;
import org.appel.launcher.local.LocalSystem;
import org.appel.launcher.local.Progress;
import org.appel.launcher.process.Service;
import org.appel.launcher.samples.Samples;
import org.appel.load.HttpLoad;

/**
 * What readers ask for, of the postings-service as it is shipped, against a bare Quarkus service: a page of the list against
 * the same bytes, an answer that the client has and searches that nobody made before against {@code hello}. The two sides in
 * turn on one machine in one run, and the median of their ratios.
 *
 * <p>{@code docs/performance.md} says how to run it; the services must be built, and nothing needs to be running.
 */
public final class ListBenchmark {

    private static final int CONNECTIONS = 32;
    private static final int ROUNDS = 5;
    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final String LIST = "/postings";
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final URI postings;
    private final BareService bare;

    private ListBenchmark(URI postings, BareService bare) {
        this.postings = postings;
        this.bare = bare;
    }

    /** @param arguments the project's folder; without it the current one */
    public static void main(String[] arguments) throws Exception {
        var repository = Path.of(arguments.length == 0 ? "." : arguments[0]);
        var data = Files.createTempDirectory("list-benchmark");
        try (var system = LocalSystem.started(
                        LocalSettings.temporary(repository, data).asDeployed(), Progress.SILENT, Clock.systemUTC());
                var bare = BareService.started(repository)) {
            system.service(Service.APPLICATIONS).stop();
            system.service(Service.NOTIFICATION).stop();
            new Samples(system).loadOrganisations();
            new ListBenchmark(system.service(Service.POSTINGS).url(), bare).run(new ManyPostings(system));
        } finally {
            FileTree.delete(data);
        }
    }

    private void run(ManyPostings many) throws Exception {
        many.fillTo(1_000, true);
        warmUp();
        var atThousand = measureLists("1,000");
        many.fillTo(10_000, true);
        measureLists("10,000");
        compare("10,000: If-None-Match that matches / hello", hello(), had());
        compare("10,000: search and two filters, each asked for the first time / hello", hello(), searches());
        many.fillTo(100_000, false);
        var atHundredThousand = measureLists("100,000");
        System.out.printf(
                "time of a kept page at 100,000 / at 1,000: %.2f; of one that is not kept: %.2f%n",
                atThousand.kept() / atHundredThousand.kept(), atThousand.fresh() / atHundredThousand.fresh());
    }

    /** Medians of the ratios, of a page that is kept and of one that nobody asked for before. */
    private record Ratios(double kept, double fresh) {}

    private Ratios measureLists(String number) throws Exception {
        var page = get(LIST).body();
        bare.answer(page);
        System.out.printf("%s postings, a page of %d bytes%n", number, page.length);
        return new Ratios(
                compare(number + ": list / bare endpoint with the same bytes", bytes(), of(postings, LIST)),
                compare(number + ": list, each time another question / the same", bytes(), fresh()));
    }

    private record Side(URI service, IntFunction<byte[]> request, int status) {
        double perSecond(Duration time) throws Exception {
            return new HttpLoad(service, CONNECTIONS).perSecond(time, request, status);
        }
    }

    private Side of(URI service, String path) {
        var request = HttpLoad.get(service, path);
        return new Side(service, _ -> request, OK);
    }

    private Side hello() {
        return of(bare.url(), "/hello");
    }

    private Side bytes() {
        return of(bare.url(), "/bytes");
    }

    private Side had() throws IOException, InterruptedException {
        var tag = get(LIST).headers().firstValue("ETag").orElseThrow();
        var request = HttpLoad.get(postings, LIST, "If-None-Match: " + tag);
        return new Side(postings, _ -> request, NOT_MODIFIED);
    }

    /** The parameter means nothing to the service, but makes the address another one: the answer cannot be a kept one. */
    private Side fresh() {
        long run = System.nanoTime();
        return new Side(postings, n -> HttpLoad.get(postings, LIST + "?run=" + run + "-" + n), OK);
    }

    private Side searches() {
        long run = System.nanoTime();
        return new Side(
                postings,
                n -> HttpLoad.get(
                        postings,
                        LIST + "?q=" + ManyPostings.word(n * 31) + "&country=" + pick(ManyPostings.COUNTRIES, n / 3)
                                + "&minWorkload=" + ManyPostings.WORKLOADS[n / 7 % ManyPostings.WORKLOADS.length]
                                + "&run="
                                + run + "-" + n),
                OK);
    }

    private static String pick(String[] values, int n) {
        return values[n % values.length];
    }

    private void warmUp() throws Exception {
        bare.answer(get(LIST).body());
        for (var side : List.of(hello(), bytes(), of(postings, LIST), fresh(), searches(), had())) {
            side.perSecond(WARM_UP);
        }
    }

    private static double compare(String what, Side bare, Side ours) throws Exception {
        var ratios = new ArrayList<Double>();
        for (int round = 0; round <= ROUNDS; round++) {
            double bareRate = bare.perSecond(ROUND);
            double rate = ours.perSecond(ROUND);
            System.out.printf("%s, round %d: %,.0f/s, %,.0f/s%n", what, round, bareRate, rate);
            if (round > 0) {
                ratios.add(rate / bareRate);
            }
        }
        ratios.sort(null);
        double median = ratios.get(ratios.size() / 2);
        System.out.printf(
                "%s: median %.2f (%.2f to %.2f) over %d rounds, the first left out%n",
                what, median, ratios.getFirst(), ratios.getLast(), ROUNDS);
        return median;
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        // A new one each time: during a minute of load the service ends a connection that nobody uses.
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(postings.resolve(path)).build(), BodyHandlers.ofByteArray());
        }
    }
}
