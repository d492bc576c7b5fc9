package org.appel.applications.intake;

import java.util.Map;

/** What a candidate agrees to. A new wording gets a new name: the name is kept with each application. */
final class Consent {
    static final String WORDING = "2026-1";

    static final Map<String, String> TEXTS = Map.of(
            "fr",
            "J’accepte que mes données et mes documents soient traités par l’organisation qui publie cet avis, pour la"
                    + " seule sélection à ce poste et pour la durée de conservation indiquée. Je peux demander à tout"
                    + " moment leur effacement.",
            "en",
            "I agree that the organisation that published this notice processes my data and documents for the"
                    + " selection for this post only, and for the stated retention period. I can have them erased at"
                    + " any time.");

    private Consent() {}
}
