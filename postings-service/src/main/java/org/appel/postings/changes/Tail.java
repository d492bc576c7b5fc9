package org.appel.postings.changes;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * The newest entries of the log, kept ready for the streams of this replica; never more than a fixed number. Used by the
 * watch and by all streams at once.
 */
final class Tail {

    private final int size;
    private final Deque<Told> entries = new ArrayDeque<>();
    private long start;
    private long head = -1;

    Tail(int size) {
        this.size = size;
    }

    /**
     * An entry as it is sent.
     *
     * @param json the entry, on one line
     */
    record Told(ChangeView change, String json) {

        long seq() {
            return change.seq();
        }

        String organisation() {
            return change.organisation();
        }
    }

    /**
     * What a reader at a place is to be sent next.
     *
     * @param entries in the order of the log
     * @param last up to where nothing is missing in them
     */
    record Piece(List<Told> entries, long last) {}

    /** The last entry that was seen; -1 before the first look. */
    synchronized long head() {
        return head;
    }

    /** Begins anew after an entry, with nothing kept. */
    synchronized void restart(long place) {
        entries.clear();
        start = place;
        head = place;
    }

    /**
     * Adds what follows, up to {@code last}.
     *
     * @param renew what becomes thereby of an entry that is kept
     */
    synchronized void add(List<Told> newest, long last, UnaryOperator<Told> renew) {
        var known = entries.stream().map(renew).toList();
        entries.clear();
        entries.addAll(known);
        entries.addAll(newest);
        head = last;
        while (entries.size() > size) {
            start = entries.removeFirst().seq();
        }
    }

    /** What follows a place; null if the place lies before what is kept, and the log itself must be read. */
    synchronized @Nullable Piece after(long place, @Nullable String organisation, int limit) {
        if (head < 0 || place < start) {
            return null;
        }
        var found = entries.stream()
                .filter(entry -> entry.seq() > place)
                .filter(entry -> organisation == null || organisation.equals(entry.organisation()))
                .limit(limit)
                .toList();
        return new Piece(found, found.size() == limit ? found.getLast().seq() : Math.max(place, head));
    }
}
