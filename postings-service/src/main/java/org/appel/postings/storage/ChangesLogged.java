package org.appel.postings.storage;

/** That the transaction in hand adds to the change log; for observers after its success. */
public record ChangesLogged() {}
