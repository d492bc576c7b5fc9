package org.appel.postings.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The ways in which an application is taken.
 *
 * @param api whether the applications-service takes it
 * @param url where else, absolute
 * @param documents kinds of documents that are required, as in {@code cover_letter}; each once
 * @param late what becomes of applications after the deadline; null: they are refused
 * @param protectCandidates whether traces of people, places and times are taken out of the documents that come
 */
public record HowToApply(
        boolean api,
        @Nullable Email email,
        @Nullable String url,
        List<String> documents,
        @Nullable LatePolicy late,
        boolean protectCandidates) {

    public HowToApply {
        documents = List.copyOf(documents);
    }

    /** @param subject the mandated subject line */
    public record Email(String address, @Nullable String subject) {}
}
