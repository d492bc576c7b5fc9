package org.appel.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(20)
class PollerTest {

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final Logger log = Logger.getLogger(Poller.class.getName());
    private final Told told = new Told();
    private final Poller poller = new Poller("test-watch");

    @BeforeEach
    void listen() {
        log.addHandler(told);
    }

    @AfterEach
    void stop() throws InterruptedException {
        log.removeHandler(told);
        poller.stop();
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, StackOverflowError.class})
    void whatever_a_turn_dies_of_the_next_one_comes(Class<? extends Throwable> fault) throws InterruptedException {
        // Given
        var turns = new Semaphore(0);

        // When
        poller.start(AT_ONCE, () -> {
            turns.release();
            throwIt(fault);
        });

        // Then
        turns.acquire(3);
    }

    @Test
    void trouble_is_told_when_it_begins_and_when_it_is_over() {
        // When
        poller.turn(() -> {});
        poller.turn(PollerTest::fail);
        poller.turn(PollerTest::fail);
        poller.turn(() -> {});
        poller.turn(() -> {});
        poller.turn(PollerTest::fail);

        // Then
        assertThat(told.sentences)
                .containsExactly(
                        "test-watch waits, nothing is lost reason=the database is away",
                        "test-watch goes on",
                        "test-watch waits, nothing is lost reason=the database is away");
    }

    @Test
    void a_part_that_failed_is_trouble_also_where_the_rest_of_the_turn_was_done() {
        // Given
        var rest = new AtomicInteger();
        Poller.Work half = () -> {
            poller.tell(new IllegalStateException("one of many"));
            rest.incrementAndGet();
        };

        // When
        poller.turn(half);
        poller.turn(half);
        poller.turn(() -> {});

        // Then
        assertThat(rest).hasValue(2);
        assertThat(told.sentences)
                .containsExactly("test-watch waits, nothing is lost reason=one of many", "test-watch goes on");
    }

    @Test
    void stopping_waits_for_the_turn_in_hand_and_lets_none_begin() throws InterruptedException {
        // Given
        var begun = new CountDownLatch(1);
        var turns = new AtomicInteger();
        poller.start(AT_ONCE, () -> {
            begun.countDown();
            while (!poller.isStopping()) {
                Thread.onSpinWait();
            }
            turns.incrementAndGet();
        });
        begun.await();

        // When
        poller.stop();

        // Then
        assertThat(turns).hasValue(1);
        assertThat(poller.isStopping()).isTrue();
    }

    @Test
    void a_turn_that_does_not_end_is_interrupted() throws InterruptedException {
        // Given
        var begun = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var impatient = new Poller("impatient", AT_ONCE);
        impatient.start(AT_ONCE, () -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        });
        begun.await();

        // When
        impatient.stop();

        // Then
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private static void fail() {
        throw new IllegalStateException("the database is away");
    }

    private static void throwIt(Class<? extends Throwable> fault) {
        if (fault == IllegalStateException.class) {
            throw new IllegalStateException("again");
        }
        throw new StackOverflowError("again");
    }

    /** What was said at level INFO and above. */
    private static final class Told extends Handler {

        private final List<String> sentences = new ArrayList<>();
        private final PatternFormatter format = new PatternFormatter("%s");

        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.INFO.intValue()) {
                sentences.add(format.format(ExtLogRecord.wrap(line)));
            }
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing to let go.
        }
    }
}
