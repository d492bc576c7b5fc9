package org.appel.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What a service takes of the machine.
 *
 * @param startedIn seconds that its last start took by its own log; empty when that does not say
 * @param residentMegabytes memory in use; empty where the system does not tell (only Linux does)
 */
public record Footprint(Optional<String> startedIn, OptionalLong residentMegabytes) {

    private static final Pattern STARTED = Pattern.compile(" started in ([0-9.]+)s");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    static Footprint of(Iterable<String> log, ProcessHandle process) {
        var startedIn = Optional.<String>empty();
        for (var line : log) {
            var started = STARTED.matcher(line);
            startedIn = started.find() ? Optional.of(started.group(1)) : startedIn;
        }
        return new Footprint(startedIn, resident(Path.of("/proc", Long.toString(process.pid()), "status")));
    }

    private static OptionalLong resident(Path status) {
        try {
            var resident = RESIDENT.matcher(Files.readString(status));
            return resident.find() ? OptionalLong.of(Long.parseLong(resident.group(1)) / 1024) : OptionalLong.empty();
        } catch (IOException noSuchFile) {
            return OptionalLong.empty();
        }
    }
}
