package org.appel.launcher.cli;

import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** Broker, database and mail server run in this JVM and like to talk; the terminal belongs to the user. */
final class Logs {

    private static final Logger ROOT = Logger.getLogger("");

    private Logs() {}

    /** Nothing is shown, unless the environment's {@code APPEL_LOG} names a level such as INFO. */
    static void calm() {
        LogManager.getLogManager().reset();
        var level = System.getenv("APPEL_LOG");
        if (level != null) {
            var handler = new ConsoleHandler();
            handler.setLevel(Level.ALL);
            ROOT.addHandler(handler);
            ROOT.setLevel(Level.parse(level));
        }
    }
}
