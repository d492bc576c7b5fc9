package org.appel.launcher.cli;

import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.appel.launcher.local.CannotStart;

/** Where things are on this machine. */
final class Home {

    private Home() {}

    /** The given directory, else {@code APPEL_HOME}, else {@code appel} in the user's directory for state. */
    static Path data(@Nullable Path given) {
        if (given != null) {
            return given;
        }
        var home = System.getenv("APPEL_HOME");
        if (home != null && !home.isBlank()) {
            return Path.of(home);
        }
        var state = System.getenv("XDG_STATE_HOME");
        return (state == null || state.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".local", "state")
                        : Path.of(state))
                .resolve("appel");
    }

    /** The folder with the services, told by the script; the working directory otherwise. */
    static Path repository() {
        var repository = Path.of(System.getProperty("appel.repository", "")).toAbsolutePath();
        if (!Files.isDirectory(repository.resolve("postings-service"))) {
            throw new CannotStart("The services are not in " + repository + "; start Appel with its script ./appel.");
        }
        return repository;
    }
}
