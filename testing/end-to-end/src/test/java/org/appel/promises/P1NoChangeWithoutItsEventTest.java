package org.appel.promises;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.appel.launcher.http.UnexpectedAnswer;
import org.appel.launcher.process.Service;
import org.appel.running.Crash;
import org.appel.running.Records;
import org.appel.running.RunningAppel;
import org.appel.running.Vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(RunningAppel.class)
class P1NoChangeWithoutItsEventTest {

    private static final int KILLS = 3;
    private static final int AUTHORS = 4;

    @Test
    void the_postings_that_are_open_are_exactly_those_with_an_event_though_the_service_is_killed_meanwhile()
            throws Exception {
        // Given
        var due = RunningAppel.appel().now().plus(30, ChronoUnit.DAYS);
        var drafts = ConcurrentHashMap.<Vacancy>newKeySet();
        var answered = ConcurrentHashMap.<String>newKeySet();

        // When
        try (var crash = Crash.inTurn(List.of(Service.POSTINGS), new Random(1));
                var authors = Executors.newFixedThreadPool(AUTHORS)) {
            for (int author = 0; author < AUTHORS; author++) {
                authors.submit(() -> {
                    // On a slow machine the service may be killed some times before it got anything done.
                    while (crash.kills(Service.POSTINGS) < KILLS || answered.isEmpty()) {
                        publishOnce(due, drafts, answered);
                    }
                });
            }
        }

        // Then
        var open = drafts.stream()
                .filter(draft -> draft.get().json().path("state").asText().equals("open"))
                .map(Vacancy::id)
                .collect(Collectors.toSet());
        assertThat(open).isNotEmpty().containsAll(answered);
        await().untilAsserted(() -> assertThat(published(drafts)).isEqualTo(open));
    }

    /** One try, without insisting: what is not answered may have been done or not. */
    private static void publishOnce(Instant due, Set<Vacancy> drafts, Set<String> answered) {
        try {
            var draft = Vacancy.draft("P1 poste " + drafts.size(), due);
            drafts.add(draft);
            if (draft.publish().isDone()) {
                answered.add(draft.id());
            }
        } catch (UnexpectedAnswer killedMeanwhile) {
            // Whether it was done is what the test asks at the end.
        }
    }

    private static Set<String> published(Set<Vacancy> drafts) {
        var ids = drafts.stream().map(Vacancy::id).collect(Collectors.toSet());
        var told = Records.events("postings", "PostingPublished").stream()
                .map(event -> event.path("postingId").asText())
                .collect(Collectors.toCollection(HashSet::new));
        told.retainAll(ids);
        return told;
    }
}
