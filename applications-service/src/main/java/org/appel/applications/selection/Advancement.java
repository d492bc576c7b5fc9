package org.appel.applications.selection;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.logging.Logger;

import org.appel.applications.messaging.ApplicationAdvancedV1;
import org.appel.applications.messaging.ApplicationEventWriter;
import org.appel.applications.model.Application;
import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.Refusal;
import org.appel.applications.model.Stage;
import org.appel.applications.storage.Applications;
import org.appel.applications.storage.Histories;
import org.appel.service.Caller;
import org.appel.service.Etags;

/** Moves applications from stage to stage. */
@ApplicationScoped
class Advancement {
    private static final Logger LOG = Logger.getLogger(Advancement.class);

    private final Applications applications;
    private final Histories histories;
    private final ApplicationEventWriter events;
    private final Caller caller;
    private final Clock clock;

    Advancement(
            Applications applications, Histories histories, ApplicationEventWriter events, Caller caller, Clock clock) {
        this.applications = applications;
        this.histories = histories;
        this.events = events;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Moves the application on.
     *
     * @param seen names with If-Match the version on which HR decided
     * @throws ApplicationRefused if it is unknown to the caller, erased, or has no such move
     */
    @Transactional
    Application.Live advance(ApplicationId id, Stage target, HttpHeaders seen) {
        var live = applications
                .lock(id)
                .filter(application -> caller.worksFor(application.organisation()))
                .orElseThrow(() -> new ApplicationRefused(new Refusal.UnknownApplication(id)))
                .live();
        Etags.require(seen, live.version());
        var from = live.candidacy().stage();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var advanced = live.advanceTo(target, now);
        applications.advance(advanced);
        histories.moved(id, from, target, now, caller.name());
        events.record(new ApplicationAdvancedV1(
                id.value(), live.posting().value(), live.organisation(), from.code(), target.code(), now));
        LOG.infof("application advanced applicationId=%s stage=%s", id, target.code());
        return advanced;
    }
}
