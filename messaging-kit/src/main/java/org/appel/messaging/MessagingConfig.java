package org.appel.messaging;

import java.time.Duration;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the messaging kit. */
@ConfigMapping(prefix = "appel.messaging")
public interface MessagingConfig {

    /** The relay that brings the outbox to Kafka. */
    Relay relay();

    /** The inbox that notes which events were read. */
    Inbox inbox();

    /** Settings of the relay. */
    interface Relay {

        /** Whether this process relays; off where another process does it. */
        @WithDefault("true")
        boolean enabled();

        /**
         * Threads that relay; each holds one connection and one producer while there is something to send. More than one are of
         * use in a backlog alone.
         */
        @WithDefault("1")
        int workers();

        /** Most events sent in one transaction, and so the most that a crash can send twice. */
        @WithDefault("1000")
        int batch();

        /** The safety net beside the wake-up at commit: how often the outbox is looked at in any case. */
        @WithDefault("250ms")
        Duration poll();

        /**
         * From the beginning of one look at the outbox to the next at least, unless something was left: what comes meanwhile goes
         * together, in one transaction and to the readers, instead of each event costing them all of that. So much later may an
         * event be. Zero or less: each goes at once.
         */
        @WithDefault("20ms")
        Duration linger();

        /** After this long without an acknowledgement a send has failed and the batch is sent again. */
        @WithDefault("15s")
        Duration deliveryTimeout();
    }

    /** Settings of the inbox. */
    interface Inbox {

        /** How long an event's id is kept: longer than the topic keeps the event, plus the longest outage. */
        @WithDefault("120d")
        Duration keep();

        /** Topics that are kept for ever, whose ids therefore are too. */
        @WithDefault("postings")
        Set<String> foreverTopics();
    }
}
