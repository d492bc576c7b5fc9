package org.appel.applications.intake;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.applications.config.IntakeConfig;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.PostingId;
import org.appel.applications.model.Refusal;
import org.appel.applications.storage.KnownPostings;

/** Says what a posting asks of candidates. */
@ApplicationScoped
class Forms {
    private final KnownPostings postings;
    private final IntakeConfig config;
    private final Clock clock;

    Forms(KnownPostings postings, IntakeConfig config, Clock clock) {
        this.postings = postings;
        this.config = config;
        this.clock = clock;
    }

    /** @throws ApplicationRefused if the posting is unknown, withdrawn, or sends candidates elsewhere */
    FormView of(PostingId id) {
        var posting = postings.find(id).orElseThrow(() -> new ApplicationRefused(new Refusal.UnknownPosting(id)));
        return FormView.of(posting, config, clock.instant());
    }
}
