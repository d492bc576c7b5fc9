package org.appel.applications.model;

import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** How an application stands to the deadline of its posting; the best first. */
public enum Admission {
    /** It arrived before the deadline. */
    IN_TIME,
    /** It arrived after the deadline, within the time that the posting grants on top. */
    IN_GRACE,
    /** It arrived after the deadline, and those who select decide what that means. */
    LATE;

    /** The name in the API and the database, such as {@code in-grace}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The admission of that name. */
    public static Admission of(String code) {
        return Arrays.stream(values())
                .filter(admission -> admission.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no admission " + code));
    }

    /**
     * Whether what comes so may change what stands: late things change nothing that was there before the end.
     *
     * @param standing how what is there was admitted; null if nothing is
     */
    public boolean mayChange(@Nullable Admission standing) {
        return this != LATE || standing == null || standing == LATE;
    }

    /** The one that is better for the candidate: who applied in time may apply again later. */
    public Admission orBetter(Admission other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
