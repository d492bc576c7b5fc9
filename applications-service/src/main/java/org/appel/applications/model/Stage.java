package org.appel.applications.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The names of the steps that an application goes through; which step may follow which says {@link Candidacy}. */
public enum Stage {
    RECEIVED,
    LONGLISTED,
    WRITTEN_TEST,
    PANEL_INTERVIEW,
    OFFERED,
    HIRED,
    REJECTED,
    /** By the candidate: HR has no move here and none from here. */
    WITHDRAWN;

    /** The name on the wire and in the database, such as {@code written-test}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The stage of that name; empty if there is none. */
    public static Optional<Stage> of(String code) {
        return Arrays.stream(values())
                .filter(stage -> stage.code().equals(code))
                .findFirst();
    }
}
