package org.appel.applications.candidate;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;

import org.appel.applications.messaging.ApplicationEventWriter;
import org.appel.applications.messaging.LinkRequestedV1;
import org.appel.applications.model.Application;
import org.appel.applications.model.ApplicationId;
import org.appel.applications.storage.Applications;
import org.appel.applications.storage.CandidateLinks;

/** Has a new link sent to the candidate's address, whoever asks for it. */
@ApplicationScoped
class LinkRenewal {
    private static final Logger LOG = Logger.getLogger(LinkRenewal.class);

    private final CandidateLinks links;
    private final Applications applications;
    private final ApplicationEventWriter events;
    private final Clock clock;

    LinkRenewal(CandidateLinks links, Applications applications, ApplicationEventWriter events, Clock clock) {
        this.links = links;
        this.applications = applications;
        this.events = events;
        this.clock = clock;
    }

    /** Ends all older links; does nothing if one was sent a short time ago, or there is no such application. */
    @Transactional
    void request(ApplicationId id) {
        if (links.renew(id)) {
            applications.find(id).map(Application::live).ifPresent(this::tell);
        }
    }

    private void tell(Application.Live application) {
        events.record(new LinkRequestedV1(
                application.id().value(),
                application.posting().value(),
                application.organisation(),
                application.person().language().code(),
                clock.instant().truncatedTo(ChronoUnit.MICROS)));
        LOG.infof("link requested applicationId=%s", application.id());
    }
}
