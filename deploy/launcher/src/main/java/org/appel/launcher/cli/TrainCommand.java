package org.appel.launcher.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;

import org.appel.launcher.embedded.FileTree;
import org.appel.launcher.local.LocalSettings;
import org.appel.launcher.local.LocalSystem;
import org.appel.launcher.local.Progress;
import org.appel.launcher.samples.Samples;
import org.appel.launcher.screen.Screen;

/** Runs everything once, so that the JVM can keep the services' classes as they are after a start: later starts take a fourth of the time. */
@Command(name = "train", hidden = true)
final class TrainCommand implements Callable<Integer> {

    private final Screen screen;
    private final Clock machine;

    TrainCommand(Screen screen, Clock machine) {
        this.screen = screen;
        this.machine = machine;
    }

    @Override
    public Integer call() {
        var data = temporaryDirectory();
        var settings = LocalSettings.temporary(Home.repository(), data).training();
        try (var system = LocalSystem.started(settings, Progress.SILENT, machine)) {
            new Samples(system).load();
        } finally {
            FileTree.delete(data);
        }
        screen.line("The services' classes are kept for quick starts.");
        return Appel.OK;
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("appel-train-");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary directory", e);
        }
    }
}
