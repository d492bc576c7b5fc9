package org.appel.postings.model;

import org.jspecify.annotations.Nullable;

/**
 * What job boards know an organisation by.
 *
 * @param linkedinCompanyId number of its page on LinkedIn
 * @param linkedinPosterEmail whom LinkedIn writes to about its jobs; the feed shows it to everybody
 * @param reliefwebSource number of the organisation on ReliefWeb
 */
public record Boards(
        @Nullable String linkedinCompanyId,
        @Nullable String linkedinPosterEmail,
        @Nullable Integer reliefwebSource) {

    /** On no board. */
    public static final Boards NONE = new Boards(null, null, null);
}
