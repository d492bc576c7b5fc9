package org.appel.notification.delivery;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.notification.config.DeliveryConfig;

/**
 * Bounds how many mails this process sends at one time to a domain that is slow to take them, so that it holds up its
 * own mails and not everybody's. A domain that takes each mail at once may have all hands.
 */
@ApplicationScoped
class DomainTurns {

    /** The mails on their way, by domain, the oldest first. */
    private final Map<String, Set<Turn>> taken = new HashMap<>();

    private final int most;
    private final Duration slowAfter;

    DomainTurns(DeliveryConfig settings) {
        this.most = settings.perDomain();
        this.slowAfter = settings.slowAfter();
    }

    /** A turn, to be closed when the mail is through; empty if the domain is slow and has all of its turns. */
    synchronized Optional<Turn> enter(String domain) {
        var key = domain.toLowerCase(Locale.ROOT);
        var inUse = taken.computeIfAbsent(key, _ -> new LinkedHashSet<>());
        if (inUse.size() >= most && inUse.iterator().next().isSlow()) {
            return Optional.empty();
        }
        var turn = new Turn(key);
        inUse.add(turn);
        return Optional.of(turn);
    }

    private synchronized void leave(Turn turn) {
        taken.computeIfPresent(turn.domain, (_, inUse) -> {
            inUse.remove(turn);
            return inUse.isEmpty() ? null : inUse;
        });
    }

    /** Leave to send one mail to a domain. */
    final class Turn implements AutoCloseable {

        private final String domain;
        private final long began = System.nanoTime();

        private Turn(String domain) {
            this.domain = domain;
        }

        private boolean isSlow() {
            return System.nanoTime() - began > slowAfter.toNanos();
        }

        @Override
        public void close() {
            leave(this);
        }
    }
}
