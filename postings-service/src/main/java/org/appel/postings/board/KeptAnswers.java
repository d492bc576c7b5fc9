package org.appel.postings.board;

import java.time.Clock;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import org.appel.postings.config.PostingsConfig;
import org.appel.postings.storage.BoardState;

/**
 * Answers to the public that are kept while they are true: until anything on the board changes, a deadline in them passes,
 * or more is kept than the memory is meant for.
 */
@ApplicationScoped
class KeptAnswers {

    private final BoardState board;
    private final Clock clock;
    private final Cache<Question, Kept> kept;

    KeptAnswers(BoardState board, Clock clock, PostingsConfig config) {
        this.board = board;
        this.clock = clock;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(config.reading().answers().asLongValue())
                .weigher((Question question, Kept answer) ->
                        question.bytes() + answer.answer().bytes())
                .build();
    }

    /**
     * What makes two requests ask the same.
     *
     * @param address with its parameters as they were written: the address of the next page repeats them
     */
    record Question(String address, LanguageChoice choice) {

        /** Roughly what it takes of the memory. */
        int bytes() {
            return address.length() + choice.bytes();
        }
    }

    /** @param begun before anything was read for it, by the process's counter of nanoseconds */
    private record Kept(Answer answer, long begun) {}

    /** The answer if there is one that is still true. */
    @Nullable
    Answer find(Question question) {
        var had = kept.getIfPresent(question);
        return had != null && isTrue(had.answer()) ? had.answer() : null;
    }

    /**
     * The answer; made if there is none that is still true, once for all who ask at the same time. One that was begun after
     * somebody asked is as new as their own would be, also while nobody knows what has changed: otherwise all who wait
     * would make theirs one after the other, just when the database is slow.
     */
    Answer get(Question question, Supplier<Answer> make) {
        long asked = System.nanoTime();
        return kept.asMap()
                .compute(
                        question,
                        (_, had) ->
                                had != null && (had.begun() - asked > 0 && isOpen(had.answer()) || isTrue(had.answer()))
                                        ? had
                                        : make(make))
                .answer();
    }

    private static Kept make(Supplier<Answer> make) {
        long begun = System.nanoTime();
        return new Kept(make.get(), begun);
    }

    private boolean isTrue(Answer answer) {
        return board.isCurrent(answer.facts().stamp()) && isOpen(answer);
    }

    /** Whether no deadline in it has passed. */
    private boolean isOpen(Answer answer) {
        var until = answer.facts().until();
        return until == null || clock.instant().isBefore(until);
    }
}
