package org.appel.postings.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.appel.postings.board.KeptAnswers.Question;
import org.appel.postings.config.PostingsConfig;
import org.appel.postings.storage.BoardStates;

import static org.assertj.core.api.Assertions.assertThat;

/** What many who ask alike are given while nothing that is kept can be trusted. */
class SlowMakingTest {

    private static final int READERS = 20;
    private static final Question QUESTION = new Question("/postings", LanguageChoice.ALL);

    private final Clock clock = Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC);
    private final PostingsConfig config = new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 200, new DurationConverter())
            .withConverter(MemorySize.class, 200, new MemorySizeConverter())
            .withMapping(PostingsConfig.class)
            .withSources(new PropertiesConfigSource(
                    Map.of("appel.postings.careers.preview-secret", "a secret of 32 characters at least"), "test", 100))
            .build()
            .getConfigMapping(PostingsConfig.class);
    private final KeptAnswers answers = new KeptAnswers(BoardStates.unknown(clock, config), clock, config);

    private final AtomicInteger made = new AtomicInteger();

    @Test
    void who_waits_while_one_is_made_shares_the_next_instead_of_making_one_each() throws Exception {
        // Given
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var readers = new ArrayList<Future<Answer>>();

        try (var threads = Executors.newFixedThreadPool(READERS + 1)) {
            // When
            readers.add(threads.submit(() -> answers.get(QUESTION, () -> {
                begun.countDown();
                Awaitility.await().until(() -> go.getCount() == 0);
                return answer();
            })));
            begun.await();
            var waiting = new CopyOnWriteArrayList<Thread>();
            for (int i = 0; i < READERS; i++) {
                readers.add(threads.submit(() -> {
                    waiting.add(Thread.currentThread());
                    return answers.get(QUESTION, this::answer);
                }));
            }
            Awaitility.await()
                    .until(() -> waiting.size() == READERS
                            && waiting.stream().noneMatch(reader -> reader.getState() == Thread.State.RUNNABLE));
            go.countDown();

            // Then
            for (var reader : readers) {
                assertThat(reader.get()).isNotNull();
            }
        }
        // Two as a rule; a thread that begins late asks later.
        assertThat(made.get()).isBetween(2, READERS / 2);
    }

    @Test
    void who_asks_later_is_given_none_that_was_made_before() {
        // Given
        answers.get(QUESTION, this::answer);

        // When
        var later = answers.get(QUESTION, this::answer);

        // Then
        assertThat(later.facts().tag()).isEqualTo("2");
        assertThat(answers.find(QUESTION)).isNull();
    }

    private Answer answer() {
        var tag = Integer.toString(made.incrementAndGet());
        return new Answer(
                new byte[0],
                new Answer.Facts(
                        tag,
                        clock.instant(),
                        null,
                        null,
                        null,
                        "Accept",
                        BoardStates.unknown(clock, config).stamp()));
    }
}
