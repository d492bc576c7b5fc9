package org.appel.applications.model;

import java.util.Map;

/** What a candidate agrees to. A new wording gets a new name: the name is kept with each application. */
public final class Consent {
    /** The name of the wording in force. */
    public static final String WORDING = "2026-1";

    /** That wording by language. */
    public static final Map<String, String> TEXTS = Map.of(
            "fr",
            "J’accepte que mes données et mes documents soient traités par l’organisation qui publie cet avis, pour la"
                    + " seule sélection à ce poste et pour la durée de conservation indiquée. Je peux demander à tout"
                    + " moment leur effacement.",
            "en",
            "I agree that the organisation that published this notice processes my data and documents for the"
                    + " selection for this post only, and for the stated retention period. I can have them erased at"
                    + " any time.");

    private Consent() {}

    /** The wording of that name by language; empty if there never was one. */
    public static Map<String, String> texts(String wording) {
        return wording.equals(WORDING) ? TEXTS : Map.of();
    }
}
