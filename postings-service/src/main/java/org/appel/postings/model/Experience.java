package org.appel.postings.model;

import org.jspecify.annotations.Nullable;

/**
 * Years of experience asked for; either end may be open.
 *
 * @param from zero or more
 * @param to zero or more
 */
public record Experience(@Nullable Integer from, @Nullable Integer to) {}
