package org.appel.applications.selection;

import java.io.InputStream;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.AccessLog;
import org.appel.applications.model.Application;
import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.KnownPosting;
import org.appel.applications.model.PostingId;
import org.appel.applications.model.Refusal;
import org.appel.applications.model.Sight;
import org.appel.applications.model.Stage;
import org.appel.applications.model.StoredDocument;
import org.appel.applications.storage.ApplicationFilter;
import org.appel.applications.storage.Applications;
import org.appel.applications.storage.Hints;
import org.appel.applications.storage.Histories;
import org.appel.applications.storage.KnownPostings;
import org.appel.applications.storage.Retentions;
import org.appel.service.Caller;
import org.appel.service.Roles;

/** Reads applications for somebody who works for their organisation; to everybody else they are unknown. */
@ApplicationScoped
class Dossiers {
    private final Applications applications;
    private final Histories histories;
    private final KnownPostings postings;
    private final Hints hints;
    private final Retentions retentions;
    private final AccessLog accesses;
    private final Caller caller;

    Dossiers(
            Applications applications,
            Histories histories,
            KnownPostings postings,
            Hints hints,
            Retentions retentions,
            AccessLog accesses,
            Caller caller) {
        this.applications = applications;
        this.histories = histories;
        this.postings = postings;
        this.hints = hints;
        this.retentions = retentions;
        this.accesses = accesses;
        this.caller = caller;
    }

    /** @throws ApplicationRefused if it is unknown to the caller, or erased */
    Application.Live read(ApplicationId id) {
        return applications
                .find(id)
                .filter(application -> caller.worksFor(application.organisation()))
                .orElseThrow(() -> new ApplicationRefused(new Refusal.UnknownApplication(id)))
                .live();
    }

    /** Everything in it but the documents' content. */
    Dossier open(Application.Live application) {
        accesses.note(Sight.of(Sight.Kind.FILE, application));
        return new Dossier(
                application,
                applications.documents(application),
                hints.of(application.id()),
                retentions.erasedOn(application).orElse(null));
    }

    /** @throws ApplicationRefused if the application has no such document */
    StoredDocument document(Application.Live application, UUID document) {
        return applications
                .document(application, document)
                .orElseThrow(() -> new ApplicationRefused(new Refusal.UnknownDocument()));
    }

    InputStream content(Application.Live application, StoredDocument document) {
        accesses.note(Sight.ofDocument(application, document.id()));
        return applications.content(application, document.id());
    }

    List<Histories.Entry> history(ApplicationId id) {
        var application = read(id);
        accesses.note(Sight.of(Sight.Kind.HISTORY, application));
        return histories.of(id);
    }

    /**
     * Applications of the caller's organisations, the newest first.
     *
     * @throws ApplicationRefused if the posting is unknown to the caller
     */
    List<Application.Live> list(@Nullable PostingId posting, @Nullable Stage stage, @Nullable UUID beyond, int limit) {
        if (posting != null) {
            posting(posting);
        }
        var organisations = caller.is(Roles.ADMIN) ? null : caller.organisations();
        if (organisations != null && organisations.isEmpty()) {
            return List.of();
        }
        return applications.page(new ApplicationFilter(organisations, posting, stage, beyond, true), limit);
    }

    /** @throws ApplicationRefused if the posting is unknown to the caller */
    KnownPosting posting(PostingId id) {
        return postings.find(id)
                .filter(posting -> caller.worksFor(posting.organisation()))
                .orElseThrow(() -> new ApplicationRefused(new Refusal.UnknownPosting(id)));
    }
}
