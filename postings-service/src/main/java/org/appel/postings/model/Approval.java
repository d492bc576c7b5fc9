package org.appel.postings.model;

import java.time.Instant;

/**
 * That somebody found a draft fit to be published.
 *
 * @param by subject of their token; never who wrote it
 */
public record Approval(String by, Instant at) {}
