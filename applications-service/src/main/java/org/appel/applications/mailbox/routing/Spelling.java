package org.appel.applications.mailbox.routing;

/** Slips of the keyboard. */
final class Spelling {
    private Spelling() {}

    /** Whether one letter too many, too few, another, or two that changed places make one word of the other. */
    static boolean isOneSlip(String one, String other) {
        var shorter = one.length() <= other.length() ? one : other;
        var longer = one.length() <= other.length() ? other : one;
        if (longer.length() - shorter.length() > 1 || longer.equals(shorter)) {
            return false;
        }
        int same = 0;
        while (same < shorter.length() && shorter.charAt(same) == longer.charAt(same)) {
            same++;
        }
        if (longer.length() > shorter.length()) {
            return shorter.substring(same).equals(longer.substring(same + 1));
        }
        return shorter.substring(same + 1).equals(longer.substring(same + 1)) || isSwapped(shorter, longer, same);
    }

    private static boolean isSwapped(String one, String other, int at) {
        return at + 1 < one.length()
                && one.charAt(at) == other.charAt(at + 1)
                && one.charAt(at + 1) == other.charAt(at)
                && one.substring(at + 2).equals(other.substring(at + 2));
    }
}
