package org.appel.applications.erasure;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;

import org.appel.applications.messaging.ApplicationErasedV1;
import org.appel.applications.messaging.ApplicationEventWriter;
import org.appel.applications.model.Application;
import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.Eraser;
import org.appel.applications.model.Refusal;
import org.appel.applications.storage.Applications;
import org.appel.service.Caller;

/** Erases applications: for HR those of the caller's organisations, for others what they have looked up and locked. */
@ApplicationScoped
public class Erasure implements Eraser {
    private static final Logger LOG = Logger.getLogger(Erasure.class);

    private final Applications applications;
    private final ApplicationEventWriter events;
    private final Caller caller;
    private final Clock clock;

    Erasure(Applications applications, ApplicationEventWriter events, Caller caller, Clock clock) {
        this.applications = applications;
        this.events = events;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Erases it, or does nothing if that was done before.
     *
     * @throws ApplicationRefused if it is unknown to the caller
     */
    @Transactional
    public void erase(ApplicationId id) {
        var application = applications
                .lock(id)
                .filter(found -> caller.worksFor(found.organisation()))
                .orElseThrow(() -> new ApplicationRefused(new Refusal.UnknownApplication(id)));
        if (application instanceof Application.Live live) {
            erase(live);
        }
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void erase(Application.Live application) {
        var erased = application.erase(clock.instant().truncatedTo(ChronoUnit.MICROS));
        applications.erase(erased);
        events.record(new ApplicationErasedV1(
                erased.id().value(), erased.posting().value(), erased.organisation(), erased.erasedAt()));
        LOG.infof("application erased applicationId=%s", erased.id());
    }
}
