package org.appel.applications.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@Timeout(20)
class GroupCommitTest {

    private static final int MOST = 4;
    private static final int WORKERS = 2;

    /** One permit lets one transaction end. */
    private final Semaphore commits = new Semaphore(0);

    private final ConcurrentLinkedQueue<List<String>> groups = new ConcurrentLinkedQueue<>();
    private final AtomicInteger running = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        commits.release(1000);
        threads.close();
    }

    @Test
    void who_comes_alone_waits_for_nobody() throws InterruptedException {
        // Given
        var commit = commitOf(Set::of);
        commits.release();

        // When
        var answer = commit.take("posting", "a");

        // Then
        assertThat(answer).isEqualTo("A");
        assertThat(groups).containsExactly(List.of("a"));
    }

    @Test
    void who_comes_meanwhile_gathers_for_the_next_in_order_and_not_too_many() throws Exception {
        // Given
        var commit = commitOf(Set::of);
        var first = busy(commit, "posting");

        // When
        var later = asked(commit, "posting", "c", "d", "e", "f", "g");
        commits.release(1000);

        // Then
        assertThat(answers(first)).containsExactly("A", "B");
        assertThat(answers(later)).containsExactly("C", "D", "E", "F", "G");
        assertThat(groups).contains(List.of("c", "d", "e", "f")).contains(List.of("g"));
    }

    @Test
    void two_of_one_identity_never_share_a_transaction() throws Exception {
        // Given: one identity for each first letter
        var commit = commitOf(text -> Set.of(text.charAt(0)));
        var first = busy(commit, "posting");

        // When
        var later = asked(commit, "posting", "x1", "x2", "y1", "x3");
        commits.release(1000);

        // Then
        answers(first);
        assertThat(answers(later)).containsExactly("X1", "X2", "Y1", "X3");
        assertThat(groups).contains(List.of("x1", "y1")).contains(List.of("x2")).contains(List.of("x3"));
    }

    @Test
    void one_whose_like_is_in_work_waits_and_holds_nobody_else_up() throws Exception {
        // Given
        var commit = commitOf(text -> Set.of(text.charAt(0)));
        var first = threads.submit(() -> commit.take("posting", "a1"));
        await().until(() -> running.get() == 1);

        // When
        var second = asked(commit, "posting", "a2").getFirst();
        var other = threads.submit(() -> commit.take("posting", "b"));
        await().until(() -> running.get() == 2);
        commits.release(1000);

        // Then
        assertThat(other.get()).isEqualTo("B");
        assertThat(first.get()).isEqualTo("A1");
        assertThat(second.get()).isEqualTo("A2");
        assertThat(List.copyOf(groups)).containsSubsequence(List.of("a1"), List.of("a2"));
    }

    @Test
    void a_key_whose_transactions_stand_still_holds_nobody_else_up() throws Exception {
        // Given
        var commit = new GroupCommit<String, String, String>(
                MOST,
                Set::of,
                group -> {
                    if (!group.contains("free")) {
                        running.incrementAndGet();
                        commits.acquireUninterruptibly();
                    }
                    return group;
                },
                threads);
        var stuck = busy(commit, "one");

        // When
        var other = commit.take("another", "free");

        // Then
        assertThat(other).isEqualTo("free");
        assertThat(stuck).noneMatch(Future::isDone);
    }

    @Test
    void who_is_interrupted_before_their_turn_is_not_done_and_during_it_is_told() throws Exception {
        // Given
        var commit = commitOf(Set::of);
        var told = new CompletableFuture<String>();
        var inWork = Thread.ofVirtual().start(() -> {
            try {
                told.complete(
                        commit.take("posting", "a") + Thread.currentThread().isInterrupted());
            } catch (InterruptedException e) {
                told.completeExceptionally(e);
            }
        });
        await().until(() -> running.get() == 1);
        var other = threads.submit(() -> commit.take("posting", "b"));
        await().until(() -> running.get() == 2);
        var waiting = asked(commit, "posting", "c").getFirst();

        // When
        waiting.cancel(true);
        await().until(() -> commit.waiting("posting") == 0);
        inWork.interrupt();
        commits.release(1000);

        // Then
        assertThat(told.get()).isEqualTo("Atrue");
        assertThat(other.get()).isEqualTo("B");
        assertThat(groups).doesNotContain(List.of("c"));
    }

    @Test
    void what_a_transaction_ends_with_is_told_to_each_in_it_and_to_nobody_else() throws Exception {
        // Given
        var commit = new GroupCommit<String, String, String>(
                MOST,
                Set::of,
                group -> {
                    running.incrementAndGet();
                    commits.acquireUninterruptibly();
                    if (group.contains("poison")) {
                        throw new IllegalStateException("poison");
                    }
                    return group;
                },
                threads);
        var first = busy(commit, "posting");

        // When
        var later = asked(commit, "posting", "c", "poison", "d", "e", "f");
        commits.release(1000);

        // Then
        assertThat(answers(first)).containsExactly("a", "b");
        for (int i = 0; i < MOST; i++) {
            assertThatThrownBy(later.get(i)::get).hasRootCauseMessage("poison");
        }
        assertThat(later.get(MOST).get()).isEqualTo("f");
    }

    @Test
    void after_an_error_those_who_come_are_served() throws Exception {
        // Given
        var commit = new GroupCommit<String, String, String>(
                MOST,
                Set::of,
                group -> {
                    if (group.contains("error")) {
                        throw new StackOverflowError("error");
                    }
                    return group;
                },
                threads);

        // When
        for (int i = 0; i < 3 * WORKERS; i++) {
            assertThatThrownBy(() -> commit.take("posting", "error")).isInstanceOf(StackOverflowError.class);
        }

        // Then
        assertThat(commit.take("posting", "a")).isEqualTo("a");
    }

    @Test
    void among_many_everybody_gets_their_own_answer() throws Exception {
        // Given
        commits.release(100_000);
        var commit = commitOf(text -> Set.of(text.charAt(text.length() - 1)));

        // When
        var asked = IntStream.range(0, 20_000)
                .mapToObj(i -> threads.submit(() -> commit.take("posting " + i % 3, "n" + i)))
                .toList();

        // Then
        for (int i = 0; i < asked.size(); i++) {
            assertThat(asked.get(i).get()).isEqualTo("N" + i);
        }
        assertThat(groups).allSatisfy(group -> {
            assertThat(group).hasSizeLessThanOrEqualTo(MOST);
            assertThat(group.stream().map(text -> text.charAt(text.length() - 1)))
                    .doesNotHaveDuplicates();
        });
    }

    private GroupCommit<String, String, String> commitOf(Function<String, Set<?>> identities) {
        return new GroupCommit<>(MOST, identities, this::upperCase, threads);
    }

    private List<String> upperCase(List<String> group) {
        running.incrementAndGet();
        commits.acquireUninterruptibly();
        groups.add(group);
        return group.stream().map(String::toUpperCase).toList();
    }

    /** Lets every worker of the key begin a transaction. */
    private List<Future<String>> busy(GroupCommit<String, String, String> commit, String key) {
        var asked = new ArrayList<Future<String>>();
        for (var one : List.of("a", "b")) {
            asked.add(threads.submit(() -> commit.take(key, one)));
            await().until(() -> running.get() == asked.size());
        }
        return asked;
    }

    /** One after the other, all while the workers are busy. */
    private List<Future<String>> asked(GroupCommit<String, String, String> commit, String key, String... questions) {
        var asked = new ArrayList<Future<String>>();
        for (var question : questions) {
            int before = commit.waiting(key);
            asked.add(threads.submit(() -> commit.take(key, question)));
            await().until(() -> commit.waiting(key) == before + 1);
        }
        return asked;
    }

    private static List<String> answers(List<Future<String>> asked) throws Exception {
        var answers = new ArrayList<String>();
        for (var one : asked) {
            answers.add(one.get());
        }
        return answers;
    }
}
