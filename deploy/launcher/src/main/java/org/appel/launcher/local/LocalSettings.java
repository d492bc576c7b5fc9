package org.appel.launcher.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.appel.launcher.process.JavaCommand;

/**
 * How a local system is to be.
 *
 * @param repository the folder that holds the services' folders, each built
 * @param data where its data are; made when missing
 * @param ports all on 127.0.0.1
 * @param keep whether the data outlast it, and are gone on with at the next start
 * @param at the moment at which its clock starts; null for the machine's time
 * @param uploadLimit how long one application may take to arrive; the intake closes this long after a deadline
 * @param mode whether the classes' caches are used or made
 * @param environment of all services, on top of what they are told in any case
 */
public record LocalSettings(
        Path repository,
        Path data,
        LocalPorts ports,
        boolean keep,
        @Nullable Instant at,
        Duration uploadLimit,
        JavaCommand.Mode mode,
        Map<String, String> environment) {

    /** The limit in operation. */
    public static final Duration USUAL_UPLOAD_LIMIT = Duration.ofSeconds(60);

    public LocalSettings {
        data = data.toAbsolutePath().normalize();
        repository = repository.toAbsolutePath().normalize();
        environment = Map.copyOf(environment);
    }

    /** The usual settings on free ports, for a system that lives as long as a test. */
    public static LocalSettings temporary(Path repository, Path data) {
        return new LocalSettings(
                repository, data, LocalPorts.free(), false, null, USUAL_UPLOAD_LIMIT, JavaCommand.Mode.USE, Map.of());
    }

    public LocalSettings at(Instant moment) {
        return new LocalSettings(repository, data, ports, keep, moment, uploadLimit, mode, environment);
    }

    public LocalSettings withUploadLimit(Duration limit) {
        return new LocalSettings(repository, data, ports, keep, at, limit, mode, environment);
    }

    public LocalSettings withEnvironment(Map<String, String> more) {
        return new LocalSettings(repository, data, ports, keep, at, uploadLimit, mode, more);
    }

    public LocalSettings kept() {
        return new LocalSettings(repository, data, ports, true, at, uploadLimit, mode, environment);
    }

    /**
     * The services optimised as in their images, slower to start and faster in the long run, and a database that forces
     * each commit to the disk.
     */
    public LocalSettings asDeployed() {
        return new LocalSettings(
                repository, data, ports, keep, at, uploadLimit, JavaCommand.Mode.DEPLOYED, environment);
    }

    public LocalSettings training() {
        return new LocalSettings(repository, data, ports, keep, at, uploadLimit, JavaCommand.Mode.TRAIN, environment);
    }
}
