package org.appel.applications.config;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When the books are out of balance. */
@ConfigMapping(prefix = "appel.ledger")
public interface LedgerConfig {
    /**
     * How long it may take until an answer that is owed was sent or given up. Longer than notification-service tries
     * ({@code appel.delivery.give-up-after}), which counts from the first refusal.
     */
    @WithDefault("4d")
    Duration answerWithin();
}
