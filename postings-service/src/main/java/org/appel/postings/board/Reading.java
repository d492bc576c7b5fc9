package org.appel.postings.board;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Posting;
import org.appel.postings.model.Posting.Open;
import org.appel.postings.storage.StoredPosting;

/**
 * A posting as one caller may read it.
 *
 * @param tag entity tag of just that: the team's and the public's may differ
 * @param language the one text that is shown was chosen for; null if all are
 * @param until when the posting is closed; null if no deadline changes it any more
 */
record Reading(
        PostingView view,
        String tag,
        @Nullable String language,
        Instant changedAt,
        @Nullable Instant until) {

    static Reading ofTheTeam(StoredPosting stored, Instant changedAt) {
        return new Reading(
                PostingView.of(stored.posting()),
                Long.toString(stored.revision()),
                null,
                changedAt,
                until(stored.posting()));
    }

    /**
     * Where something is left out the tag is one that no write accepts: what somebody read without a token would, sent
     * back with one, take the late policy or the other languages away.
     */
    static Reading ofThePublic(StoredPosting stored, Instant changedAt, LanguageChoice choice) {
        var ad = stored.posting().ad();
        var apply = ad.apply();
        boolean isWhole = apply == null || apply.late() == null;
        var tag = stored.revision() + (isWhole ? "" : "-public");
        var view = PostingView.forThePublic(stored.posting());
        var language = choice.isAll() ? null : choice.best(ad.texts().keySet(), ad.originalLanguage());
        return language == null
                ? new Reading(view, tag, null, changedAt, until(stored.posting()))
                : new Reading(view.in(language), tag + "-" + language, language, changedAt, until(stored.posting()));
    }

    private static @Nullable Instant until(Posting posting) {
        return posting instanceof Open open ? open.publication().closesAt() : null;
    }
}
