package org.appel.postings.storage;

import org.jspecify.annotations.Nullable;

/**
 * A part of the change log.
 *
 * @param after the last entry that is known already; 0 for the beginning
 * @param until the last entry that is wanted
 * @param organisation whose postings; null for everybody's
 * @param limit how many at most; one or more
 */
public record ChangeQuery(long after, long until, @Nullable String organisation, int limit) {}
