package org.appel.applications.storage;

import java.time.Instant;
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
    private @Nullable Instant pendingSince;

    /**
     * @param unanswered why there is none; null if one is owed
     * @param answered null if nothing was heard of it yet
     * @param failure why it failed
     * @param owedSince when the first of them was owed
     */
    void add(
            @Nullable String unanswered,
            @Nullable Boolean answered,
            @Nullable String failure,
            long number,
            @Nullable Instant owedSince) {
        if (unanswered != null) {
            suppressed.merge(unanswered, number, Long::sum);
        } else if (failure != null && Unanswered.isReason(failure)) {
            suppressed.merge(failure, number, Long::sum);
        } else if (failure != null) {
            failed.merge(failure, number, Long::sum);
        } else if (Boolean.TRUE.equals(answered)) {
            sent += number;
        } else {
            pending(owedSince);
        }
    }

    /** Nothing was heard of an answer that has been owed since then; null says nothing. */
    void pending(@Nullable Instant since) {
        if (since != null && (pendingSince == null || since.isBefore(pendingSince))) {
            pendingSince = since;
        }
    }

    /** @param due what was owed before then must have been heard of */
    Answers of(long owed, Instant due) {
        boolean overdue = pendingSince != null && pendingSince.isBefore(due);
        return new Answers(owed, sent, failed, suppressed, pendingSince, overdue);
    }
}
