package org.appel.applications.model;

import java.util.Locale;

/**
 * How far a candidate sees their own application. What lies between the pile and the decision is the panel's business,
 * and a decision is told by people and not by a page.
 */
public enum Progress {
    RECEIVED,
    /** On the longlist or beyond: which step it has reached is not told. */
    IN_SELECTION,
    /** Decided, one way or the other. */
    CONCLUDED,
    WITHDRAWN;

    /** The name on the wire, such as {@code in-selection}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Progress of(Candidacy candidacy) {
        return switch (candidacy) {
            case Candidacy.Received _ -> RECEIVED;
            case Candidacy.Longlisted _, Candidacy.WrittenTest _, Candidacy.PanelInterview _, Candidacy.Offered _ ->
                IN_SELECTION;
            case Candidacy.Hired _, Candidacy.Rejected _ -> CONCLUDED;
            case Candidacy.Withdrawn _ -> WITHDRAWN;
        };
    }
}
