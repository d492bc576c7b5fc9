package org.appel.postings.storage;

import org.appel.postings.model.Coded;

/** By what the postings of a search can be counted. */
public enum Facet implements Coded {
    ORGANISATION("organisation"),
    COUNTRY("unnest(countries)"),
    CONTRACT("contract"),
    LANGUAGE("unnest(languages)");

    private final String values;

    Facet(String values) {
        this.values = values;
    }

    /** The posting's value or values in SQL, as rows. */
    String values() {
        return values;
    }
}
