package org.appel.launcher.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what must come, and no longer than it may take. */
final class Waiting {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private Waiting() {}

    /**
     * Returns when it is so, or after a minute; the table at the end then shows what is missing.
     *
     * @return whether it is so
     */
    static boolean until(BooleanSupplier isSo) {
        return until(() -> isSo.getAsBoolean() ? Optional.of(true) : Optional.empty())
                .orElse(false);
    }

    /** The same for something to be found; empty when it was not found within a minute. */
    static <T> Optional<T> until(Supplier<Optional<T>> search) {
        var limit = System.nanoTime() + LIMIT.toNanos();
        var found = search.get();
        while (found.isEmpty() && System.nanoTime() < limit) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            found = search.get();
        }
        return found;
    }
}
