package org.appel.applications.model;

import java.util.Set;

/** Recorded reasons why a mail has no answer; a machine's mail has the reason for which it was told to be one. */
public final class Unanswered {
    /** The same mail was answered, or has its own reason. */
    public static final String DUPLICATE = "duplicate";
    /** The sender got an answer about the same posting within a day (RFC 3834, 2). */
    public static final String ANSWERED_TODAY = "answered-today";
    /** HR found no application in it. */
    public static final String NOT_AN_APPLICATION = "not-an-application";
    /** Nobody sorted it for as long as unsorted mails are kept. */
    public static final String NEVER_SORTED = "never-sorted";
    /** It names no address to which an answer could go. */
    public static final String NO_ADDRESS = "no-address";

    /** Its header asks that no machine answers it. */
    public static final String UNWANTED = "answer-unwanted";

    /** Its author's application was erased before anybody sorted it. */
    public static final String AUTHOR_ERASED = "author-erased";

    private static final Set<String> REASONS =
            Set.of(DUPLICATE, ANSWERED_TODAY, NOT_AN_APPLICATION, NEVER_SORTED, NO_ADDRESS, UNWANTED, AUTHOR_ERASED);

    private Unanswered() {}

    /** Whether that is one of these, and no fate of a mail on its way. */
    public static boolean isReason(String code) {
        return REASONS.contains(code);
    }
}
