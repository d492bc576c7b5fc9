package org.appel.files;

import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.appel.launcher.embedded.TopicPlan;

import static org.assertj.core.api.Assertions.assertThat;

/** The local run has the topics of the contracts. */
class TopicPlanTest {

    @Test
    void the_topics_of_the_local_run_are_those_of_the_contracts() {
        // When
        Map<String, Repository.Topic> planned = TopicPlan.ofAppel(8).stream()
                .collect(Collectors.toMap(
                        TopicPlan::name,
                        plan -> new Repository.Topic(
                                plan.partitions(),
                                plan.retention() == null ? -1 : plan.retention().toMillis())));

        // Then
        assertThat(planned).isEqualTo(Repository.promisedTopics());
    }
}
