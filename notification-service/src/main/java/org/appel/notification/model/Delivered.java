package org.appel.notification.model;

import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Which of several recipients need no more attempt, by their position in the list of whoever owns it: so that one whose
 * server says "later" is tried again without a copy for the others, and yet no address is kept here.
 *
 * @param list the version of that list; positions in another version say nothing
 * @param taken whose server has taken the mail over
 * @param refused whose server said no for good
 * @param partly why the first of those refused it; null if none did
 */
public record Delivered(
        long list,
        Set<Integer> taken,
        Set<Integer> refused,
        @Nullable ProblemCode partly) {

    /** Nobody has it yet. */
    public static final Delivered NONE = new Delivered(0, Set.of(), Set.of(), null);

    public Delivered {
        taken = Set.copyOf(taken);
        refused = Set.copyOf(refused);
    }

    /** What is known of this version of the list: nothing, if it has been changed meanwhile. */
    public Delivered in(long version) {
        return list == version ? this : new Delivered(version, Set.of(), Set.of(), null);
    }

    /** Whether anything has come of it for anybody. */
    public boolean isBegun() {
        return !taken.isEmpty() || !refused.isEmpty();
    }

    /** Whether the one at this position needs no more attempt. */
    public boolean isDone(int position) {
        return taken.contains(position) || refused.contains(position);
    }

    public Delivered plusTaken(int position) {
        return new Delivered(list, plus(taken, position), refused, partly);
    }

    public Delivered plusRefused(int position, ProblemCode problem) {
        return new Delivered(list, taken, plus(refused, position), partly == null ? problem : partly);
    }

    private static Set<Integer> plus(Set<Integer> positions, int position) {
        var more = new TreeSet<>(positions);
        more.add(position);
        return more;
    }
}
