package org.appel.testing;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Broker and database tell their whole configuration at INFO; in a test only warnings matter. */
final class QuietLogs {

    /** Held, because a logger that nobody holds forgets its level. */
    private static final Map<Logger, Level> LEVELS = Map.of(
            Logger.getLogger("kafka"), Level.WARNING,
            Logger.getLogger("org.apache.kafka"), Level.WARNING,
            // A new topic is unknown to its first writer for a moment.
            Logger.getLogger("org.apache.kafka.clients.NetworkClient"), Level.SEVERE,
            Logger.getLogger("org.apache.kafka.controller"), Level.SEVERE,
            Logger.getLogger("state.change"), Level.WARNING,
            Logger.getLogger("com.icegreen"), Level.WARNING,
            // It takes a database that was crashed on purpose for an error.
            Logger.getLogger("io.zonky"), Level.OFF);

    private QuietLogs() {}

    static void apply() {
        LEVELS.forEach(Logger::setLevel);
    }
}
