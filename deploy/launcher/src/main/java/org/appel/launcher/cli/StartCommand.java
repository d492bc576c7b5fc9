package org.appel.launcher.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.appel.launcher.local.LocalSettings;
import org.appel.launcher.local.LocalSystem;
import org.appel.launcher.process.JavaCommand;
import org.appel.launcher.samples.Samples;
import org.appel.launcher.screen.Screen;

/** Runs everything until it is told to stop. */
@Command(
        name = "start",
        description =
                "Runs broker, database, mail server, identity provider and the three services, and loads the sample notices as drafts.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {

    private final Screen screen;
    private final Clock machine;

    @Option(
            names = "--at",
            paramLabel = "<moment>",
            converter = Moment.class,
            description = "Runs as if it were this moment, like 2025-07-09T09:00 or 2025-07-09T09:00+02:00.")
    private @Nullable Instant at;

    @Option(names = "--keep", description = "Keeps the data for the next start with --keep.")
    private boolean keep;

    @Option(
            names = "--data",
            paramLabel = "<directory>",
            description = "Where the data are; $APPEL_HOME or ~/.local/state/appel otherwise.")
    private @Nullable Path data;

    @Option(
            names = "--upload-limit",
            paramLabel = "<seconds>",
            defaultValue = "60",
            description = "How long one application may take to arrive (default: ${DEFAULT-VALUE}).")
    private int uploadLimit;

    @Mixin
    private PortOptions ports = new PortOptions();

    StartCommand(Screen screen, Clock machine) {
        this.screen = screen;
        this.machine = machine;
    }

    @Override
    public Integer call() throws InterruptedException {
        var started = System.nanoTime();
        var view = new StartView(screen, started);
        var system = LocalSystem.prepare(settings(), view, machine);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(system, stopped), "stop"));
        try {
            view.starting(at);
            system.start();
            var samples = new Samples(system);
            var drafts = samples.areThere() ? List.<Samples.Draft>of() : samples.load();
            view.ready(system, drafts);
            stopped.await();
            return Appel.OK;
        } catch (RuntimeException e) {
            system.close();
            throw e;
        }
    }

    private void stop(LocalSystem system, CountDownLatch stopped) {
        screen.gap();
        screen.line("Stopping …");
        system.close();
        screen.line(
                keep ? "Stopped; the data are kept in " + Home.data(data) + "." : "Stopped; nothing is left behind.");
        stopped.countDown();
    }

    private LocalSettings settings() {
        return new LocalSettings(
                Home.repository(),
                Home.data(data),
                ports.ports(),
                keep,
                at,
                Duration.ofSeconds(uploadLimit),
                JavaCommand.Mode.USE,
                Map.of());
    }
}
