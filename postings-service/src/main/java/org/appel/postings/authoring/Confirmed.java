package org.appel.postings.authoring;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jboss.logging.Logger;

import org.appel.postings.config.Paging;
import org.appel.postings.model.Gap;
import org.appel.postings.model.JobAd;
import org.appel.postings.model.LanguageAgreement;
import org.appel.postings.model.PostingId;
import org.appel.postings.storage.Confirmations;
import org.appel.service.Fault;

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
     * Keeps these disagreements of the notice, and no other at the same places. One that is not there is let pass, so that
     * the same request can be sent again.
     *
     * @param confirmed each the pointer of an error, a space and its detail
     * @throws HttpProblem 400 if one has no detail
     */
    void add(PostingId posting, JobAd ad, List<String> confirmed, Instant now) {
        if (confirmed.isEmpty()) {
            return;
        }
        if (!confirmed.stream().allMatch(each -> each.strip().contains(" "))) {
            throw Paging.invalid(
                    List.of(new Fault("/confirm", "must be the pointer of an error, a space and the error's detail")));
        }
        var found = LanguageAgreement.disagreements(ad).stream()
                .filter(each -> confirmed.contains(each.pointer() + " " + each.detail()))
                .toList();
        confirmations.add(posting, found, team.caller(), now);
        LOG.infof("languages confirmed postingId=%s places=%d", posting, found.size());
    }
}
