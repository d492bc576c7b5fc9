package org.appel.inspection.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a process for documents. */
final class ChildCommand {
    private static final List<String> OPTIONS = List.of(
            // Soon there and small; nothing here runs long enough for more.
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xms16m",
            // A document that is too much ends the process, and nothing else.
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:MaxMetaspaceSize=96m",
            "-XX:MaxDirectMemorySize=16m",
            // Nothing of the documents stays behind, and nobody looks in.
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=/dev/null",
            "-XX:-UsePerfData",
            "-XX:+DisableAttachMechanism",
            // The standard output is for answers alone.
            "-XX:+DisplayVMOutputToStderr",
            "-Xlog:disable",
            "-Djava.awt.headless=true",
            "-Djavax.xml.accessExternalDTD=",
            "-Djavax.xml.accessExternalSchema=",
            "-Djavax.xml.accessExternalStylesheet=");

    private final int heapMiB;
    private final String classPath;
    private final String mainClass;

    ChildCommand(int heapMiB, String classPath, String mainClass) {
        this.heapMiB = heapMiB;
        this.classPath = classPath;
        this.mainClass = mainClass;
    }

    /** @param scratch for its temporary files */
    ProcessBuilder in(Scratch scratch) {
        var folder = scratch.folder();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.add("-Xmx" + heapMiB + "m");
        command.add("-Djava.io.tmpdir=" + folder);
        // With a list of hosts that is not there no name has an address.
        command.add("-Djdk.net.hosts.file=" + folder.resolve("no-hosts"));
        command.addAll(List.of("-cp", classPath, mainClass, folder.toString()));
        var process =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        // Nothing of this program's environment, which holds its secrets; files' names are read as Unicode.
        process.environment().clear();
        process.environment().put("LC_ALL", "C.UTF-8");
        return process;
    }
}
