package org.appel.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

import org.appel.launcher.embedded.FileTree;
import org.appel.launcher.local.LocalSettings;
import org.appel.launcher.local.LocalSystem;
import org.appel.launcher.local.Progress;
import org.appel.launcher.samples.Samples;

/** Starts Appel as {@code ./appel start} does, once for all test classes of a run, and stops it after the last. */
public final class RunningAppel implements BeforeAllCallback {

    /** Short, so that the intake of a posting closes soon after its deadline. */
    static final Duration UPLOAD_LIMIT = Duration.ofSeconds(5);
    /** For what a test waits for: an answer well before the idle time-out, and a thousand mails. */
    private static final Map<String, String> SHORTER_LIMITS =
            Map.of("APPEL_EDGE_ANSWER_LIMIT", "10s", "APPEL_DELIVERY_PER_SECOND", "200");

    /** What a small machine under load may take for what usually takes moments. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Namespace NAMESPACE = Namespace.create(RunningAppel.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(PATIENCE);
        // The mail server's threads die aloud of clients that are killed: that is not what a test waits for.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
        system(context);
    }

    static Started system(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Started.class, key -> Started.now(SHORTER_LIMITS), Started.class);
    }

    /** The system and where its data are, stopped and removed at the end of the run. */
    public record Started(LocalSystem system, Path data) implements AutoCloseable {

        private static Started now(Map<String, String> environment) {
            try {
                var data = Files.createTempDirectory("appel-end-to-end-");
                var settings = LocalSettings.temporary(Repository.root(), data)
                        .withUploadLimit(UPLOAD_LIMIT)
                        .withEnvironment(environment);
                var system = LocalSystem.started(settings, Progress.SILENT, Clock.systemUTC());
                new Samples(system).loadOrganisations();
                current = new Started(system, data);
                return current;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            system.close();
            FileTree.delete(data);
        }
    }

    private static volatile @org.jspecify.annotations.Nullable Started current;

    /** A system beside the first. */
    public interface Another extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Starts another system, told this by its environment, which is the one that runs until it is closed; the first one
     * waits meanwhile.
     */
    public static Another another(Map<String, String> environment) {
        var first = current;
        var other = Started.now(environment);
        return () -> {
            current = first;
            other.close();
        };
    }

    /** The system that runs. */
    public static LocalSystem appel() {
        var started = current;
        if (started == null) {
            throw new IllegalStateException("Annotate the test with @ExtendWith(RunningAppel.class)");
        }
        return started.system();
    }
}
