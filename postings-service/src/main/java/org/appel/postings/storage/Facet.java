package org.appel.postings.storage;

import org.appel.postings.model.Coded;

/** By what the postings of a search can be counted. */
public enum Facet implements Coded {
    ORGANISATION("organisation"),
    COUNTRY("unnest(countries)"),
    CONTRACT("contract"),
    LANGUAGE("unnest(languages)");

    private final String ofPosting;

    Facet(String ofPosting) {
        this.ofPosting = ofPosting;
    }

    /** The posting's value or values in SQL, as rows. */
    String ofPosting() {
        return ofPosting;
    }
}
