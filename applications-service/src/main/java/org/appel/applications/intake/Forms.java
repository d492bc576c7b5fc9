package org.appel.applications.intake;

import java.time.Clock;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.applications.config.IntakeConfig;
import org.appel.applications.config.RetentionConfig;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.KnownPosting;
import org.appel.applications.model.PostingId;
import org.appel.applications.model.Refusal;
import org.appel.applications.storage.KnownPostings;

/** Says what a posting asks of candidates. */
@ApplicationScoped
class Forms {
    private final KnownPostings postings;
    private final IntakeConfig config;
    private final RetentionConfig retention;
    private final Clock clock;

    Forms(KnownPostings postings, IntakeConfig config, RetentionConfig retention, Clock clock) {
        this.postings = postings;
        this.config = config;
        this.retention = retention;
        this.clock = clock;
    }

    /**
     * What a page asks.
     *
     * @param retentionMonths how long the application is kept, also where the posting does not say
     */
    record Asked(FormView form, int retentionMonths) {}

    /** @throws ApplicationRefused if the posting is unknown, withdrawn, or sends candidates elsewhere */
    FormView of(PostingId id) {
        return FormView.of(posting(id), config, clock.instant());
    }

    /** @throws ApplicationRefused if the posting is unknown, withdrawn, or sends candidates elsewhere */
    Asked asked(PostingId id) {
        var posting = posting(id);
        return new Asked(
                FormView.of(posting, config, clock.instant()),
                Objects.requireNonNullElse(posting.retentionMonths(), retention.defaultMonths()));
    }

    private KnownPosting posting(PostingId id) {
        return postings.find(id).orElseThrow(() -> new ApplicationRefused(new Refusal.UnknownPosting(id)));
    }
}
