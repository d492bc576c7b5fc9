package org.appel.intake;

import java.io.IOException;
import java.util.stream.Stream;

/** Which processes run on which cores; by {@code taskset}, which Linux has. */
final class Cores {

    private Cores() {}

    /**
     * Keeps this process, which makes the load and holds the broker, on the last core, and all that it has started on the
     * others. Who sends ten times as much as can be done would take the time of those who do it.
     */
    static void keepApart() throws IOException, InterruptedException {
        int last = Runtime.getRuntime().availableProcessors() - 1;
        if (last == 0) {
            System.out.println("one core for everything: what sends takes the time of what answers");
            return;
        }
        var self = ProcessHandle.current();
        for (var each : Stream.concat(Stream.of(self), self.descendants()).toList()) {
            pin(each.pid(), each.equals(self) ? String.valueOf(last) : "0-" + (last - 1));
        }
    }

    private static void pin(long process, String cores) throws IOException, InterruptedException {
        var taskset = new ProcessBuilder("taskset", "-a", "-c", "-p", cores, String.valueOf(process))
                .redirectErrorStream(true)
                .start();
        var said = new String(taskset.getInputStream().readAllBytes());
        if (taskset.waitFor() != 0 && ProcessHandle.of(process).isPresent()) {
            throw new IOException("taskset: " + said);
        }
    }
}
