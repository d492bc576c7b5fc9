package org.appel.applications.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Does in few transactions what many callers want done at the same time: while one transaction runs, those who come meanwhile
 * gather for the next. Most of what a transaction costs, statements, locks and the commit, it costs once. Whoever comes alone
 * waits for nobody.
 *
 * @param <K> what divides them: those of different keys never wait for each other
 * @param <Q> what is to be done
 * @param <A> what comes of it
 * @see <a href="https://doi.org/10.1145/602259.602261">DeWitt et al., Implementation techniques for main memory database
 *     systems (1984), which calls it group commit</a>
 */
final class GroupCommit<K, Q, A> {

    /** Of each key: one works while the other waits for the disk. */
    private static final int WORKERS = 2;

    private final int most;
    private final Function<Q, Set<?>> identities;
    private final Work<Q, A> work;
    private final Executor executor;
    private final ConcurrentMap<K, Line<Q, A>> lines = new ConcurrentHashMap<>();

    /**
     * @param most in one transaction
     * @param identities two that have one in common are never worked on at the same time, and keep their order
     * @param executor has a thread for each of its tasks: none waits for another, and none is done by who hands it over
     */
    GroupCommit(int most, Function<Q, Set<?>> identities, Work<Q, A> work, Executor executor) {
        this.most = most;
        this.identities = identities;
        this.work = work;
        this.executor = executor;
    }

    /** One transaction. */
    @FunctionalInterface
    interface Work<Q, A> {
        /** Returns what comes of each, in the same order. If it throws, nothing of it is done. */
        List<A> doTogether(List<Q> group);
    }

    /**
     * Waits until it is done.
     *
     * @throws RuntimeException what the transaction ended with, for each of those in it
     * @throws InterruptedException before it was begun: it is not done. After that the interruption is passed on with what
     *     came of it
     */
    A take(K key, Q question) throws InterruptedException {
        var waiting = new Waiting<Q, A>(question, identities.apply(question), new CompletableFuture<>());
        lines.compute(key, (_, line) -> joined(key, line == null ? new Line<>() : line, waiting));
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return waiting.answer().get();
                } catch (InterruptedException e) {
                    if (isTakenBack(key, waiting)) {
                        throw e;
                    }
                    interrupted = true;
                } catch (ExecutionException e) {
                    switch (e.getCause()) {
                        case RuntimeException cause -> throw cause;
                        case Error cause -> throw cause;
                        default -> throw new IllegalStateException(e.getCause());
                    }
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean isTakenBack(K key, Waiting<Q, A> waiting) {
        var isTakenBack = new AtomicBoolean();
        lines.computeIfPresent(key, (_, line) -> {
            isTakenBack.set(line.waiting.remove(waiting));
            return line;
        });
        return isTakenBack.get();
    }

    /** The worker that is begun finds it: it does not see the line before this has returned. */
    private Line<Q, A> joined(K key, Line<Q, A> line, Waiting<Q, A> waiting) {
        if (line.workers < WORKERS) {
            executor.execute(() -> work(key));
            line.workers++;
        }
        line.waiting.add(waiting);
        return line;
    }

    private void work(K key) {
        for (var group = next(key, List.of()); !group.isEmpty(); group = next(key, group)) {
            finish(group);
        }
    }

    /**
     * Empty if nobody waits who could be worked on: then the worker ends, and the line with the last of them. Whoever waits
     * for one that the other worker has in hand is seen by that one when it has ended.
     */
    private List<Waiting<Q, A>> next(K key, List<Waiting<Q, A>> done) {
        var group = new ArrayList<Waiting<Q, A>>();
        lines.computeIfPresent(key, (_, line) -> {
            done.forEach(each -> line.inWork.removeAll(each.identities()));
            choose(line, group);
            if (group.isEmpty()) {
                line.workers--;
            }
            return line.workers == 0 ? null : line;
        });
        return group;
    }

    private void choose(Line<Q, A> line, List<Waiting<Q, A>> group) {
        var passedOver = new HashSet<Object>();
        for (var each = line.waiting.iterator(); each.hasNext() && group.size() < most; ) {
            var next = each.next();
            if (Collections.disjoint(line.inWork, next.identities())
                    && Collections.disjoint(passedOver, next.identities())) {
                group.add(next);
                line.inWork.addAll(next.identities());
                each.remove();
            } else {
                passedOver.addAll(next.identities());
            }
        }
    }

    private void finish(List<Waiting<Q, A>> group) {
        try {
            var answers = work.doTogether(group.stream().map(Waiting::question).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).answer().complete(answers.get(i));
            }
        } catch (RuntimeException | Error e) {
            group.forEach(each -> each.answer().completeExceptionally(e));
        }
    }

    /** How many wait for a transaction of that key to begin. */
    int waiting(K key) {
        var number = new AtomicInteger();
        lines.computeIfPresent(key, (_, line) -> {
            number.set(line.waiting.size());
            return line;
        });
        return number.get();
    }

    private record Waiting<Q, A>(Q question, Set<?> identities, CompletableFuture<A> answer) {
        /** Each is itself alone, whatever it asks. */
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    private static final class Line<Q, A> {
        private final Deque<Waiting<Q, A>> waiting = new ArrayDeque<>();
        /** Identities of those that a worker has in hand. */
        private final Set<Object> inWork = new HashSet<>();

        private int workers;
    }
}
