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
    private final Cache<Question, Answer> kept;

    KeptAnswers(BoardState board, Clock clock, PostingsConfig config) {
        this.board = board;
        this.clock = clock;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(config.reading().answers().asLongValue())
                .weigher(
                        (Question question, Answer answer) -> question.address().length() + answer.bytes())
                .build();
    }

    /**
     * What makes two requests ask the same.
     *
     * @param address with its parameters as they were written: the address of the next page repeats them
     */
    record Question(String address, LanguageChoice choice) {}

    /** The answer if there is one that is still true. */
    @Nullable
    Answer find(Question question) {
        var answer = kept.getIfPresent(question);
        return answer != null && isTrue(answer) ? answer : null;
    }

    /** The answer; made if there is none that is still true, once for all who ask at the same time. */
    Answer get(Question question, Supplier<Answer> make) {
        return kept.asMap().compute(question, (_, answer) -> answer != null && isTrue(answer) ? answer : make.get());
    }

    private boolean isTrue(Answer answer) {
        var facts = answer.facts();
        return board.isCurrent(facts.stamp())
                && (facts.until() == null || clock.instant().isBefore(facts.until()));
    }
}
