package org.appel.applications.selection;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.logging.Logger;

import org.appel.applications.model.Application;
import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.DocumentKind;
import org.appel.applications.model.KnownPosting;
import org.appel.applications.model.Refusal;
import org.appel.applications.storage.Applications;
import org.appel.applications.storage.DocumentKinds;
import org.appel.applications.storage.KnownPostings;
import org.appel.service.Caller;
import org.appel.service.Etags;
import org.appel.service.Fault;
import org.appel.service.InvalidBody;

/** Lets HR say what a document is of which that could not be told. */
@ApplicationScoped
class Classification {
    private static final Logger LOG = Logger.getLogger(Classification.class);

    private final Applications applications;
    private final DocumentKinds kinds;
    private final KnownPostings postings;
    private final Caller caller;
    private final Clock clock;

    Classification(Applications applications, DocumentKinds kinds, KnownPostings postings, Caller caller, Clock clock) {
        this.applications = applications;
        this.kinds = kinds;
        this.postings = postings;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param seen names with If-Match the version on which HR decided
     * @throws ApplicationRefused if application or document are unknown to the caller, or erased
     */
    @Transactional
    Application.Live classify(ApplicationId id, UUID document, String kind, HttpHeaders seen) {
        var live = applications
                .lock(id)
                .filter(application -> caller.worksFor(application.organisation()))
                .orElseThrow(() -> new ApplicationRefused(new Refusal.UnknownApplication(id)))
                .live();
        Etags.require(seen, live.version());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!kinds.set(id, document, taken(live, kind), now)) {
            throw new ApplicationRefused(new Refusal.UnknownDocument());
        }
        LOG.infof("document classified applicationId=%s documentId=%s kind=%s", id, document, kind);
        return live.changed(now);
    }

    private DocumentKind taken(Application.Live application, String kind) {
        var taken = postings.find(application.posting())
                .map(KnownPosting::takenDocuments)
                .orElse(DocumentKind.ALWAYS_TAKEN);
        return taken.stream()
                .filter(known -> known.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> new InvalidBody(List.of(new Fault(
                        "/kind",
                        "No document of this kind is taken; taken are "
                                + taken.stream().map(DocumentKind::name).collect(Collectors.joining(", "))))));
    }
}
