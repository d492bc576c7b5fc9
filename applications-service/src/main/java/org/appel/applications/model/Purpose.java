package org.appel.applications.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What somebody looks at an application for. */
public enum Purpose {
    SELECTION("selection", true),
    PANEL("panel", true),
    COMPLAINT("complaint", true),
    /** A candidate asked what is held of them. */
    DATA_REQUEST("data-request", true),
    SUPPORT("support", true),
    /** A service writes to the candidate. */
    CORRESPONDENCE("correspondence", false),
    /** It is the candidate's own. */
    OWN("own", false);

    private final String code;
    private final boolean named;

    Purpose(String code, boolean named) {
        this.code = code;
        this.named = named;
    }

    /** Its name in the database and over HTTP. */
    public String code() {
        return code;
    }

    /** Those that people name; the others go without saying. */
    public static List<Purpose> named() {
        return Arrays.stream(values()).filter(purpose -> purpose.named).toList();
    }

    /** The one of that name; empty also for one that nobody names. */
    public static Optional<Purpose> named(String code) {
        return named().stream().filter(purpose -> purpose.code.equals(code)).findFirst();
    }

    /**
     * Any of that name.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    public static Purpose of(String code) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.code.equals(code))
                .findFirst()
                .orElseThrow();
    }
}
