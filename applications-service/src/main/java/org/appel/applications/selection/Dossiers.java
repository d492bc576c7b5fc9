package org.appel.applications.selection;

import java.io.InputStream;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.Application;
import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.KnownPosting;
import org.appel.applications.model.PostingId;
import org.appel.applications.model.Refusal;
import org.appel.applications.model.Stage;
import org.appel.applications.model.StoredDocument;
import org.appel.applications.storage.ApplicationFilter;
import org.appel.applications.storage.Applications;
import org.appel.applications.storage.Hints;
import org.appel.applications.storage.Histories;
import org.appel.applications.storage.KnownPostings;
import org.appel.service.Caller;
import org.appel.service.Roles;

/** Reads applications for somebody who works for their organisation; to everybody else they are unknown. */
@ApplicationScoped
class Dossiers {
    private final Applications applications;
    private final Histories histories;
    private final KnownPostings postings;
    private final Hints hints;
    private final Caller caller;

    Dossiers(Applications applications, Histories histories, KnownPostings postings, Hints hints, Caller caller) {
        this.applications = applications;
        this.histories = histories;
        this.postings = postings;
        this.hints = hints;
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

    List<StoredDocument> documents(Application.Live application) {
        return applications.documents(application);
    }

    Hints.Hint hint(Application.Live application) {
        return hints.of(application.id());
    }

    /** @throws ApplicationRefused if the application has no such document */
    StoredDocument document(Application.Live application, UUID document) {
        return applications
                .document(application, document)
                .orElseThrow(() -> new ApplicationRefused(new Refusal.UnknownDocument()));
    }

    InputStream content(Application.Live application, StoredDocument document) {
        return applications.content(application, document.id());
    }

    List<Histories.Entry> history(ApplicationId id) {
        return histories.of(read(id).id());
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
