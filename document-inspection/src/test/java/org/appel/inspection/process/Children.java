package org.appel.inspection.process;

import java.util.Comparator;
import java.util.List;

/** The processes for documents that a program has, as the machine sees them. */
public final class Children {

    private Children() {}

    /** Those of this program, the youngest first. */
    public static List<ProcessHandle> running() {
        return of(ProcessHandle.current());
    }

    public static List<ProcessHandle> of(ProcessHandle program) {
        return program.children()
                .filter(child -> child.info().commandLine().orElse("").contains("org.appel.inspection.process."))
                .filter(ProcessHandle::isAlive)
                .sorted(Comparator.comparing(ProcessHandle::pid).reversed())
                .toList();
    }

    /** As kill -9 does. */
    public static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }
}
