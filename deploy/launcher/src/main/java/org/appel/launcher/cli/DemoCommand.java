package org.appel.launcher.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;

import org.appel.launcher.demo.Demo;
import org.appel.launcher.embedded.FileTree;
import org.appel.launcher.local.LocalSettings;
import org.appel.launcher.local.LocalSystem;
import org.appel.launcher.process.Service;
import org.appel.launcher.screen.Screen;

/** Tells the whole story on a system of its own and removes it again. */
@Command(
        name = "demo",
        description = "Tells the whole story without hands; the exit status is 0 only if every number agrees.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    /** So short that the intake closes soon after a deadline. */
    private static final Duration UPLOAD_LIMIT = Duration.ofSeconds(3);

    private final Screen screen;
    private final Clock machine;

    DemoCommand(Screen screen, Clock machine) {
        this.screen = screen;
        this.machine = machine;
    }

    @Override
    public Integer call() {
        var data = temporaryDirectory();
        // PDFBox keeps what it knows of the machine's fonts in a file, in the user's home unless told otherwise.
        System.setProperty("pdfbox.fontcache", data.toString());
        var view = new StartView(screen, System.nanoTime());
        var settings =
                LocalSettings.temporary(Home.repository(), data).at(Demo.BEGINS).withUploadLimit(UPLOAD_LIMIT);
        var system = LocalSystem.prepare(settings, view, machine);
        var hook = new Thread(() -> remove(system, data), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        view.starting(Demo.BEGINS);
        system.start();
        var scoreboard = new Demo(system, screen).play();
        if (scoreboard.agrees()) {
            screen.line(screen.good("Every number agrees."));
            return Appel.OK;
        }
        screen.line(screen.bad("Not every number agrees. What the services complained of:"));
        for (var service : Service.values()) {
            system.service(service).complaints().forEach(line -> screen.line("  " + service.id() + ": " + line));
        }
        return Appel.BROKEN;
    }

    private static void remove(LocalSystem system, Path data) {
        system.close();
        FileTree.delete(data);
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("appel-demo-");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary directory", e);
        }
    }
}
