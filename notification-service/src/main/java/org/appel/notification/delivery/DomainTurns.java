package org.appel.notification.delivery;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.notification.config.DeliveryConfig;

/**
 * Bounds how many mails this process sends to one domain at one time, so that a domain that is slow to take its mails
 * holds up its own and not everybody's.
 */
@ApplicationScoped
class DomainTurns {

    private final Map<String, Integer> taken = new ConcurrentHashMap<>();
    private final int most;

    DomainTurns(DeliveryConfig settings) {
        this.most = settings.perDomain();
    }

    /** A turn, to be closed when the mail is through; empty if there is none left for that domain. */
    Optional<Turn> enter(String domain) {
        var key = domain.toLowerCase(Locale.ROOT);
        var turn = new Turn(key);
        taken.compute(key, (_, inUse) -> {
            int now = inUse == null ? 0 : inUse;
            turn.granted = now < most;
            return turn.granted ? now + 1 : now;
        });
        return turn.granted ? Optional.of(turn) : Optional.empty();
    }

    /** Leave to send one mail to a domain. */
    final class Turn implements AutoCloseable {

        private final String domain;
        private boolean granted;

        private Turn(String domain) {
            this.domain = domain;
        }

        @Override
        public void close() {
            taken.computeIfPresent(domain, (_, inUse) -> inUse == 1 ? null : inUse - 1);
        }
    }
}
