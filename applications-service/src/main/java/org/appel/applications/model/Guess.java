package org.appel.applications.model;

/**
 * A posting that an unsorted mail may be meant for.
 *
 * @param why as a code, such as {@code half-the-title}
 */
public record Guess(PostingId posting, String why) {}
