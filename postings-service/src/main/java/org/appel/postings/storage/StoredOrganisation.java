package org.appel.postings.storage;

import org.appel.postings.model.Organisation;

/** @param revision rises with each write; what an ETag is made of */
public record StoredOrganisation(Organisation organisation, long revision) {}
