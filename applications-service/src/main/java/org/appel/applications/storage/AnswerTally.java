package org.appel.applications.storage;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.Answers;
import org.appel.applications.model.Unanswered;

/** Adds up answers by what became of them. */
final class AnswerTally {
    private final Map<String, Long> failed = new HashMap<>();
    private final Map<String, Long> suppressed = new HashMap<>();
    private long sent;

    /**
     * @param unanswered why there is none; null if one is owed
     * @param answered null if nothing was heard of it yet
     * @param failure why it failed
     */
    void add(@Nullable String unanswered, @Nullable Boolean answered, @Nullable String failure, long number) {
        if (unanswered != null) {
            suppressed.merge(unanswered, number, Long::sum);
        } else if (failure != null && Unanswered.isReason(failure)) {
            suppressed.merge(failure, number, Long::sum);
        } else if (failure != null) {
            failed.merge(failure, number, Long::sum);
        } else if (Boolean.TRUE.equals(answered)) {
            sent += number;
        }
    }

    Answers of(long owed) {
        return new Answers(owed, sent, failed, suppressed);
    }
}
