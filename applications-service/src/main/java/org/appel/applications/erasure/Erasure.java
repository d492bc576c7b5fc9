package org.appel.applications.erasure;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.logging.Logger;

import org.appel.applications.messaging.ApplicationErasedV1;
import org.appel.applications.messaging.ApplicationEventWriter;
import org.appel.applications.model.Application;
import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.Eraser;
import org.appel.applications.model.ErasureCertificate;
import org.appel.applications.model.ErasureCertificate.Destroyed;
import org.appel.applications.model.ErasureReason;
import org.appel.applications.model.Refusal;
import org.appel.applications.storage.Applications;
import org.appel.applications.storage.ErasureCertificates;
import org.appel.applications.storage.Remains;
import org.appel.messaging.DeadLetters;
import org.appel.service.Caller;
import org.appel.service.Etags;

/** Erases applications: for HR those of the caller's organisations, for others what they have looked up and locked. */
@ApplicationScoped
public class Erasure implements Eraser {
    private static final Logger LOG = Logger.getLogger(Erasure.class);

    private final Applications applications;
    private final DeadLetters deadLetters;
    private final ErasureCertificates certificates;
    private final ApplicationEventWriter events;
    private final Caller caller;
    private final Clock clock;

    Erasure(
            Applications applications,
            DeadLetters deadLetters,
            ErasureCertificates certificates,
            ApplicationEventWriter events,
            Caller caller,
            Clock clock) {
        this.applications = applications;
        this.deadLetters = deadLetters;
        this.certificates = certificates;
        this.events = events;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Erases it, or does nothing if that was done before.
     *
     * @param seen may name with If-Match the version on which it was decided
     * @throws ApplicationRefused if it is unknown to the caller
     */
    @Transactional
    public void erase(ApplicationId id, HttpHeaders seen) {
        var application = applications.lock(id).filter(this::isTheCallers).orElseThrow(() -> unknown(id));
        if (application instanceof Application.Live live) {
            Etags.respect(seen, live.version());
            erase(live, ErasureReason.HR);
        }
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void erase(Application.Live application, ErasureReason reason) {
        var erased = application.erase(clock.instant().truncatedTo(ChronoUnit.MICROS));
        var remains = applications.erase(erased, reason);
        var destroyed = new Destroyed(
                remains.documents(), remains.messages().size(), forgetLetters(erased.id(), remains), remains.keys());
        certificates.issue(ErasureCertificate.of(erased, reason, destroyed));
        events.record(new ApplicationErasedV1(
                erased.id().value(), erased.posting().value(), erased.organisation(), erased.erasedAt()));
        LOG.infof("application erased applicationId=%s reason=%s", erased.id(), reason.code());
    }

    /**
     * The certificate of its erasure.
     *
     * @throws ApplicationRefused if it is unknown to the caller, or stands
     */
    @Transactional
    public ErasureCertificate certificate(ApplicationId id) {
        applications.find(id).filter(this::isTheCallers).orElseThrow(() -> unknown(id));
        return certificates.find(id).orElseThrow(() -> new ApplicationRefused(new Refusal.NotErased(id)));
    }

    /** What is told of mails bears their own id as its key, as long as no application was made of them. */
    private int forgetLetters(ApplicationId id, Remains remains) {
        return deadLetters.forget(id.toString())
                + remains.messages().stream()
                        .mapToInt(message -> deadLetters.forget(message.toString()))
                        .sum();
    }

    private boolean isTheCallers(Application application) {
        return caller.worksFor(application.organisation());
    }

    private static ApplicationRefused unknown(ApplicationId id) {
        return new ApplicationRefused(new Refusal.UnknownApplication(id));
    }
}
