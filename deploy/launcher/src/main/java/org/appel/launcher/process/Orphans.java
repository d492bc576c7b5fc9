package org.appel.launcher.process;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Services that a killed launcher left running. */
public final class Orphans {

    private static final long ENDED_WITHIN_SECONDS = 10;

    private Orphans() {}

    /** Ends every service that was started for the data directory; must not be called while a launcher uses it. */
    public static void end(Path dataDirectory) {
        var marker = JavaCommand.marker(dataDirectory);
        ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .map(arguments -> Arrays.asList(arguments).contains(marker))
                        .orElse(false))
                .toList()
                .forEach(Orphans::end);
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().orTimeout(ENDED_WITHIN_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException stillThere) {
            process.destroyForcibly();
        }
    }
}
