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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

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
     * @param identities two that have one in common never share a transaction, and keep their order
     * @param executor starts a thread for each of its tasks
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
     * @throws InterruptedException then it may be done all the same
     */
    A take(K key, Q question) throws InterruptedException {
        var waiting = new Waiting<Q, A>(question, new CompletableFuture<>());
        lines.compute(key, (_, line) -> joined(key, line == null ? new Line<>() : line, waiting));
        try {
            return waiting.answer().get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
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
        for (var group = next(key); !group.isEmpty(); group = next(key)) {
            finish(group);
        }
    }

    /** Empty if nobody waits: then the worker ends, and the line with the last of them. */
    private List<Waiting<Q, A>> next(K key) {
        var group = new ArrayList<Waiting<Q, A>>();
        lines.computeIfPresent(key, (_, line) -> {
            choose(line.waiting, group);
            if (group.isEmpty()) {
                line.workers--;
            }
            return line.workers == 0 ? null : line;
        });
        return group;
    }

    private void choose(Deque<Waiting<Q, A>> waiting, List<Waiting<Q, A>> group) {
        var seen = new HashSet<Object>();
        for (var each = waiting.iterator(); each.hasNext() && group.size() < most; ) {
            var next = each.next();
            var own = identities.apply(next.question());
            if (Collections.disjoint(seen, own)) {
                group.add(next);
                each.remove();
            }
            seen.addAll(own);
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

    private record Waiting<Q, A>(Q question, CompletableFuture<A> answer) {}

    private static final class Line<Q, A> {
        private final Deque<Waiting<Q, A>> waiting = new ArrayDeque<>();
        private int workers;
    }
}
