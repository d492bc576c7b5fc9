package org.appel.applications.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The account of one posting: every arrival has an outcome, every taken application an acknowledgement or a reason why
 * not.
 *
 * @param applications applications of the posting, erased ones included
 * @param revisions how often people applied in all, by the applications themselves and not by the arrivals
 */
public record Ledger(
        PostingId posting, Counts counts, long applications, long revisions, Acknowledgements acknowledgements) {
    /**
     * Acknowledgements by what became of them. Each number is zero or more.
     *
     * @param failed number by reason
     */
    public record Acknowledgements(long owed, long sent, Map<String, Long> failed) {
        public Acknowledgements {
            failed = Collections.unmodifiableMap(new TreeMap<>(failed));
        }

        /** Owed and not yet heard of; negative only if the books are wrong. */
        public long pending() {
            return owed
                    - sent
                    - failed.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** True if arrivals, applications and acknowledgements agree. */
    public boolean balanced() {
        return counts.balanced()
                && applications == counts.accepted()
                && revisions == counts.accepted() + counts.updated()
                && acknowledgements.pending() >= 0;
    }
}
