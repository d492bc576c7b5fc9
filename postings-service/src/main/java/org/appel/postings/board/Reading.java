package org.appel.postings.board;

import jakarta.ws.rs.core.EntityTag;

import org.appel.postings.storage.StoredPosting;
import org.appel.service.Etags;

/** A posting as one caller may read it, with the tag of just that: the team's and the public's may differ. */
record Reading(PostingView view, EntityTag tag) {

    static Reading ofTheTeam(StoredPosting stored) {
        return new Reading(PostingView.of(stored.posting()), Etags.of(stored.revision()));
    }

    /**
     * Where something is left out the tag is one that no write accepts: what somebody read without a token would, sent
     * back with one, take the late policy away.
     */
    static Reading ofThePublic(StoredPosting stored) {
        var apply = stored.posting().ad().apply();
        boolean isWhole = apply == null || apply.late() == null;
        return new Reading(
                PostingView.forThePublic(stored.posting()),
                isWhole ? Etags.of(stored.revision()) : new EntityTag(stored.revision() + "-public"));
    }
}
