package org.appel.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a service: small and soon there rather than fast in the long run. Measured on two cores: 1.2 s to the first answer and about
 * 240 MB resident, against 5 s and 270 MB of the JVM's own choice.
 *
 * @param repository the folder that holds the services' folders
 * @param marker the data directory; written into the command line, so that a process which a killed launcher left behind is found again
 * @param temporary where it lays files that it needs for a moment, a candidate's among them; it must be there
 */
public record JavaCommand(Path repository, Path marker, Path temporary, Mode mode) {

    /** What starts soonest, and is slower in the long run. */
    private static final List<String> SOON_THERE = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx160m");

    /** As the images have it, with the heap that a container of {@code docker-compose.yml} leaves: 70 % of 768 MiB. */
    private static final List<String> AS_DEPLOYED = List.of("-XX:+UseSerialGC", "-Xmx537m");

    /** About a fourth of the weight of the others, as {@code docker-compose.yml} has it: mail can wait for those who apply. */
    private static final List<String> CAN_WAIT = List.of("nice", "-n", "6");

    /** What to do about the cache of started classes. */
    public enum Mode {
        /** Use it when it is there and belongs to the jar. */
        USE,
        /** Make it when the process ends. */
        TRAIN,
        /** Do without, and let the JVM optimise and Linux share the cores as with the images: for measurements. */
        DEPLOYED
    }

    List<String> of(Service service) {
        var command = new ArrayList<String>();
        if (mode == Mode.DEPLOYED && service == Service.NOTIFICATION) {
            command.addAll(CAN_WAIT);
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(mode == Mode.DEPLOYED ? AS_DEPLOYED : SOON_THERE);
        command.addAll(List.of(
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.io.tmpdir=" + temporary,
                marker(marker)));
        switch (mode) {
            case TRAIN -> command.add("-XX:AOTCacheOutput=" + service.cache(repository));
            case USE -> {
                if (isCacheFresh(service)) {
                    command.add("-XX:AOTCache=" + service.cache(repository));
                }
            }
            case DEPLOYED -> {}
        }
        command.addAll(List.of("-jar", service.jar(repository).toString()));
        return List.copyOf(command);
    }

    /** What a process that belongs to this data directory has in its command line. */
    static String marker(Path dataDirectory) {
        return "-Dlauncher.data=" + dataDirectory;
    }

    /** Whether the cache is there and was made after the jar. */
    boolean isCacheFresh(Service service) {
        var cache = service.cache(repository);
        try {
            return Files.exists(cache)
                    && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(service.jar(repository)))
                            > 0;
        } catch (IOException e) {
            return false;
        }
    }
}
