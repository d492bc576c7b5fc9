package org.appel.notification.config;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import org.appel.notification.model.BackOff;

/** The queue and its senders; the reason for each number is in {@code application.properties}. */
@ConfigMapping(prefix = "appel.delivery")
public interface DeliveryConfig {

    /** Whether this process sends; off where another one does. */
    @WithDefault("true")
    boolean enabled();

    /**
     * Mails that this process sends at one time, each on a connection of its own; as many more may be on their way that
     * are slow.
     */
    @Min(1)
    int concurrency();

    /** Mails that this process begins to send in a second, at the most. */
    @Min(1)
    int perSecond();

    /** A mail that has been on its way for longer is slow. */
    Duration slowAfter();

    /** Mails that this process sends at one time to a domain that is slow to take them. */
    @Min(1)
    int perDomain();

    /** The safety net beside the wake-up at commit: how often the queue is looked at in any case. */
    Duration poll();

    /** How long a claimed mail belongs to its sender; after a crash it is sent again when this is over. */
    Duration lease();

    /** How long mails in hand may take to finish when the service is asked to stop. */
    Duration shutdown();

    /** A mail that was refused for now is given up this long after its first refusal. */
    Duration giveUpAfter();

    /** Pauses after "later". */
    Pauses refused();

    /** Pauses while a mail cannot be tried for a trouble of its own. */
    Pauses postponed();

    /** Pauses while something is away for every mail. */
    Pauses away();

    /** Pauses while too many mails are on their way to a domain that is slow. */
    Pauses crowded();

    /** Pauses that double. */
    interface Pauses {

        /** After the first failure. */
        Duration first();

        /** None is longer. */
        Duration longest();

        /** How far each is blurred, as a share of it: 0.2 means 80 to 120 %. */
        @WithDefault("0.2")
        double jitter();

        /** These pauses as the rule that makes them. */
        default BackOff backOff() {
            return new BackOff(first(), longest(), jitter());
        }
    }
}
