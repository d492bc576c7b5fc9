package org.appel.applications.model;

import java.util.Arrays;
import java.util.Optional;

/** At whose wish an application is erased. */
public enum ErasureReason {
    /** The organisation's. */
    HR("hr"),
    /** The candidate's own. */
    CANDIDATE("candidate"),
    /** Nobody's: the time for which it is kept has ended. */
    RETENTION("retention");

    private final String code;

    ErasureReason(String code) {
        this.code = code;
    }

    /** Its name in the database and over HTTP. */
    public String code() {
        return code;
    }

    /** The one of that name. */
    public static Optional<ErasureReason> of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code.equals(code))
                .findFirst();
    }
}
