package org.appel.postings.authoring;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import org.appel.postings.model.Gap;
import org.appel.postings.model.JobAd;
import org.appel.postings.model.LanguageAgreement;
import org.appel.postings.model.PostingId;
import org.appel.postings.storage.Confirmations;

/** Disagreements of language versions that the hiring team has looked at and found to be none, and who found it. */
@ApplicationScoped
class Confirmed {

    private static final Logger LOG = Logger.getLogger(Confirmed.class);

    private final Confirmations confirmations;
    private final HiringTeam team;

    Confirmed(Confirmations confirmations, HiringTeam team) {
        this.confirmations = confirmations;
        this.team = team;
    }

    Set<Gap> of(PostingId posting) {
        return confirmations.disagreements(posting);
    }

    /**
     * Keeps the disagreements at these places of the notice. A place where nothing disagrees is let pass, so that the
     * same request can be sent again.
     *
     * @param pointers into the notice, such as {@code /texts/en/sections/2/items/0}
     */
    void add(PostingId posting, JobAd ad, List<String> pointers, Instant now) {
        if (pointers.isEmpty()) {
            return;
        }
        var found = LanguageAgreement.disagreements(ad).stream()
                .filter(disagreement -> pointers.contains(disagreement.pointer()))
                .toList();
        confirmations.add(posting, found, team.caller(), now);
        LOG.infof("languages confirmed postingId=%s places=%d", posting, found.size());
    }
}
