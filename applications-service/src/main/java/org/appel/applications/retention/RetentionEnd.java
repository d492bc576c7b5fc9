package org.appel.applications.retention;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;

import org.appel.applications.config.RetentionConfig;
import org.appel.applications.messaging.ApplicationEventWriter;
import org.appel.applications.messaging.RetentionEndingV1;
import org.appel.applications.model.Application;
import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.Candidacy;
import org.appel.applications.model.Eraser;
import org.appel.applications.model.ErasureReason;
import org.appel.applications.model.PostingId;
import org.appel.applications.model.Retention;
import org.appel.applications.storage.Applications;
import org.appel.applications.storage.Retentions;

/** Announces the end of the retention of an application, or carries it out. */
@ApplicationScoped
class RetentionEnd {
    private static final Logger LOG = Logger.getLogger(RetentionEnd.class);

    private final Retentions retentions;
    private final Applications applications;
    private final Eraser eraser;
    private final ApplicationEventWriter events;
    private final RetentionConfig config;
    private final Clock clock;

    RetentionEnd(
            Retentions retentions,
            Applications applications,
            Eraser eraser,
            ApplicationEventWriter events,
            RetentionConfig config,
            Clock clock) {
        this.retentions = retentions;
        this.applications = applications;
        this.eraser = eraser;
        this.events = events;
        this.config = config;
        this.clock = clock;
    }

    /** Whether there is something to do for it, as far as can be seen without a lock. */
    boolean isDue(Retention retention, Retentions.Kept kept) {
        var now = clock.instant();
        return !(kept.hired() && config.keepHired())
                && (retention.isOver(kept.updatedAt(), kept.notice(), now)
                        || retention
                                .toAnnounce(kept.updatedAt(), kept.notice(), now)
                                .isPresent());
    }

    /** Does what is to be done for it at this moment; nothing if another replica has it in hand. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void handle(PostingId posting, ApplicationId id) {
        var retention = retentions.hold(posting);
        if (retention.isPresent() && retentions.lock(id)) {
            applications
                    .lock(id)
                    .filter(Application.Live.class::isInstance)
                    .map(Application.Live.class::cast)
                    .filter(application -> !(config.keepHired() && application.candidacy() instanceof Candidacy.Hired))
                    .ifPresent(application -> handle(retention.get(), application));
        }
    }

    private void handle(Retention retention, Application.Live application) {
        var now = clock.instant();
        var notice = retentions.notice(application.id()).orElse(null);
        if (retention.isOver(application.updatedAt(), notice, now)) {
            eraser.erase(application, ErasureReason.RETENTION);
        } else {
            retention
                    .toAnnounce(application.updatedAt(), notice, now)
                    .ifPresent(announced -> announce(application, announced));
        }
    }

    private void announce(Application.Live application, Retention.Notice notice) {
        retentions.announced(application.id(), notice);
        events.record(new RetentionEndingV1(
                application.id().value(),
                application.posting().value(),
                application.organisation(),
                application.person().language().code(),
                notice.erasedOn()));
        LOG.infof("retention ending applicationId=%s erasedOn=%s", application.id(), notice.erasedOn());
    }
}
