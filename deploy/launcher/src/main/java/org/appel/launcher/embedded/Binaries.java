package org.appel.launcher.embedded;

import java.nio.file.Path;

/** Where PostgreSQL's programs are unpacked, once per user and version. */
final class Binaries {

    private Binaries() {}

    /** The system property {@code appel.cache}, or {@code appel} in the user's cache directory. */
    static Path directory() {
        var given = System.getProperty("appel.cache");
        if (given != null) {
            return FileTree.make(Path.of(given));
        }
        var caches = System.getenv("XDG_CACHE_HOME");
        return FileTree.make((caches == null || caches.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(caches))
                .resolve("appel"));
    }
}
