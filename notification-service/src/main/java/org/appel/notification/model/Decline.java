package org.appel.notification.model;

import java.util.Arrays;
import java.util.Optional;

/** Why a mail became no application. */
public enum Decline {

    /** It arrived after the deadline. */
    LATE("late"),

    /** Its subject names no posting. */
    UNKNOWN_VACANCY("unknown-vacancy"),

    /** The posting takes no applications yet. */
    NOT_OPEN("not-open"),

    /** The posting was taken back. */
    WITHDRAWN("withdrawn"),

    /** None of its documents could be used. */
    UNUSABLE_DOCUMENTS("unusable-documents"),

    /** HR answers it in its own words. */
    ANSWERED_BY_HR("answered-by-hr"),

    /** The sender's application was erased, and is never reopened. */
    ERASED("erased");

    private final String wire;

    Decline(String wire) {
        this.wire = wire;
    }

    /** The name outside of Java: lower case, with hyphens. */
    public String wire() {
        return wire;
    }

    /** The reason of this {@link #wire} name; empty if it is newer than this service. */
    public static Optional<Decline> of(String wire) {
        return Arrays.stream(values())
                .filter(reason -> reason.wire.equals(wire))
                .findFirst();
    }
}
