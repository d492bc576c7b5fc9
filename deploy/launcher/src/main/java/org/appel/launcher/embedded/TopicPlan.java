package org.appel.launcher.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/**
 * A topic as it must be on every installation.
 *
 * @param name the topic's name
 * @param partitions one or more
 * @param retention how long records are kept, null for ever
 */
public record TopicPlan(
        String name, int partitions, @Nullable Duration retention) {

    private static final Duration NINETY_DAYS = Duration.ofDays(90);

    /**
     * Appel's topics and the dead-letter topics of its three services.
     *
     * @param partitions of the three topics of events; dead letters have one
     */
    public static List<TopicPlan> ofAppel(int partitions) {
        var plans = new ArrayList<TopicPlan>();
        plans.add(new TopicPlan("postings", partitions, null));
        plans.add(new TopicPlan("applications", partitions, NINETY_DAYS));
        plans.add(new TopicPlan("notifications", partitions, NINETY_DAYS));
        for (var service : List.of("postings-service", "applications-service", "notification-service")) {
            plans.add(new TopicPlan(service + ".dead-letters", 1, null));
        }
        return List.copyOf(plans);
    }

    NewTopic toNewTopic() {
        var millis = retention == null ? -1 : retention.toMillis();
        return new NewTopic(name, partitions, (short) 1).configs(Map.of("retention.ms", Long.toString(millis)));
    }
}
