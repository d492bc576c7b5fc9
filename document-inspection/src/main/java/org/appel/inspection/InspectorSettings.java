package org.appel.inspection;

import java.time.Duration;

/**
 * How much documents may take. The defaults suit a service with little memory: two processes of at most some 250 MiB each,
 * started when the first document comes.
 *
 * @param processes documents that are looked at at the same time; one or more
 * @param heapMiB memory for the objects of one process, in MiB; from 32
 * @param timeLimit the longest that one document may take; above zero
 * @param recycleAfter documents after which a process is replaced; one or more
 * @param patience the longest that a document waits for a free process before the answer is {@link Inspection.Unready}
 */
public record InspectorSettings(int processes, int heapMiB, Duration timeLimit, int recycleAfter, Duration patience) {

    private static final int LEAST_HEAP_MIB = 32;

    public InspectorSettings {
        require(processes > 0, "one process or more");
        require(heapMiB >= LEAST_HEAP_MIB, "a heap of " + LEAST_HEAP_MIB + " MiB or more");
        require(timeLimit.isPositive(), "a time limit above zero");
        require(recycleAfter > 0, "a process looks at one document or more");
        require(!patience.isNegative(), "no negative patience");
    }

    /** Two processes with a heap of 192 MiB, 20 s for a document and for a free process, 500 documents for a process. */
    public static InspectorSettings defaults() {
        return new InspectorSettings(2, 192, Duration.ofSeconds(20), 500, Duration.ofSeconds(20));
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("wanted: " + what);
        }
    }
}
