package org.appel.applications.candidate;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;

import org.appel.applications.messaging.ApplicationEventWriter;
import org.appel.applications.messaging.ApplicationWithdrawnV1;
import org.appel.applications.model.Application;
import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.Completion;
import org.appel.applications.model.DocumentIntake;
import org.appel.applications.model.Eraser;
import org.appel.applications.model.Refusal;
import org.appel.applications.model.ReplaceDocuments;
import org.appel.applications.model.ReplaceDocuments.SentFile;
import org.appel.applications.model.StoredDocument;
import org.appel.applications.storage.Applications;
import org.appel.applications.storage.Histories;
import org.appel.applications.storage.KnownOrganisations;
import org.appel.applications.storage.KnownPostings;

/** What a candidate does with the one application that the link opens; the link was checked before. */
@ApplicationScoped
class OwnApplications {
    private static final Logger LOG = Logger.getLogger(OwnApplications.class);

    private final Applications applications;
    private final KnownPostings postings;
    private final KnownOrganisations organisations;
    private final Histories histories;
    private final ApplicationEventWriter events;
    private final Eraser eraser;
    private final DocumentIntake documents;
    private final Clock clock;

    OwnApplications(
            Applications applications,
            KnownPostings postings,
            KnownOrganisations organisations,
            Histories histories,
            ApplicationEventWriter events,
            Eraser eraser,
            DocumentIntake documents,
            Clock clock) {
        this.applications = applications;
        this.postings = postings;
        this.organisations = organisations;
        this.histories = histories;
        this.events = events;
        this.eraser = eraser;
        this.documents = documents;
        this.clock = clock;
    }

    /** @throws ApplicationRefused if it was erased since the link was checked */
    @Transactional
    OwnFile read(ApplicationId id) {
        var application = standing(applications.find(id));
        var documents = applications.documents(application);
        var posting = postings.find(application.posting()).orElse(null);
        return new OwnFile(
                application,
                organisations.name(application.organisation()),
                documents,
                posting,
                Completion.of(posting, application, documents, clock.instant()));
    }

    /** @throws ApplicationRefused if the application has no such document */
    StoredDocument document(OwnFile file, UUID document) {
        return file.documents().stream()
                .filter(candidate -> candidate.id().equals(document))
                .findFirst()
                .orElseThrow(() -> new ApplicationRefused(new Refusal.UnknownDocument()));
    }

    /** The content in clear; whoever asks closes the stream. */
    InputStream content(OwnFile file, StoredDocument document) {
        return applications.content(file.application(), document.id());
    }

    /**
     * Sends documents in the place of those of that kind.
     *
     * @param arrivedAt when the request's headers came in
     * @throws ApplicationRefused if the deadline has passed, or a file is not sound; then nothing has changed
     */
    void replace(ApplicationId id, String kind, List<SentFile> files, Instant arrivedAt) {
        var posting = standing(applications.find(id)).posting();
        documents.replace(new ReplaceDocuments(id, posting, kind, files, arrivedAt.truncatedTo(ChronoUnit.MICROS)));
    }

    /** @throws ApplicationRefused if it was decided or withdrawn before */
    @Transactional
    void withdraw(ApplicationId id) {
        var application = standing(applications.lock(id));
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var withdrawn = application.withdraw(now);
        applications.advance(withdrawn);
        histories.moved(
                id, application.candidacy().stage(), withdrawn.candidacy().stage(), now, null);
        events.record(new ApplicationWithdrawnV1(
                id.value(),
                withdrawn.posting().value(),
                withdrawn.organisation(),
                withdrawn.person().language().code(),
                now));
        LOG.infof("application withdrawn applicationId=%s", id);
    }

    /** Destroys it, as the organisation can, too. */
    @Transactional
    void erase(ApplicationId id) {
        eraser.erase(standing(applications.lock(id)));
    }

    /** One that was erased a moment ago is as closed to its candidate as any other. */
    private static Application.Live standing(Optional<Application> found) {
        return found.filter(Application.Live.class::isInstance)
                .map(Application.Live.class::cast)
                .orElseThrow(() -> new ApplicationRefused(new Refusal.LinkNotValid()));
    }
}
