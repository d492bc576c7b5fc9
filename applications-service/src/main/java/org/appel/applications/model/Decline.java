package org.appel.applications.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a mail did not become an application, as its sender is told. */
public enum Decline {
    /** It arrived after the deadline. */
    LATE("deadline-passed"),
    /** Nothing in it leads to a vacancy. */
    UNKNOWN_VACANCY("unknown-vacancy"),
    /** The posting takes no applications yet. */
    NOT_OPEN("not-open-yet"),
    /** The posting was taken back. */
    WITHDRAWN("posting-withdrawn"),
    /** None of its documents can be used. */
    UNUSABLE_DOCUMENTS("unusable-documents"),
    /** HR says it in words of its own. */
    ANSWERED_BY_HR("answered-by-hr");

    private final String reason;

    Decline(String reason) {
        this.reason = reason;
    }

    /** The name in events and the database, such as {@code unknown-vacancy}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name in the ledger: where both doors refuse for one reason, the same for both. */
    public String reason() {
        return reason;
    }

    public static Optional<Decline> of(String code) {
        return Arrays.stream(values())
                .filter(decline -> decline.code().equals(code))
                .findFirst();
    }

    /** What the sender of a mail is told where the other door says that. */
    public static Decline of(Refusal refusal) {
        return Arrays.stream(values())
                .filter(decline -> decline.reason.equals(refusal.code()))
                .findFirst()
                .orElse(UNKNOWN_VACANCY);
    }
}
