package org.appel.applications.access;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.Access;
import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.Refusal;
import org.appel.applications.storage.Accesses;
import org.appel.applications.storage.Applications;
import org.appel.service.Caller;
import org.appel.service.Roles;

/** Reads the access log for those who answer for the files. */
@ApplicationScoped
class AccessBook {
    private final Accesses accesses;
    private final Applications applications;
    private final Caller caller;

    AccessBook(Accesses accesses, Applications applications, Caller caller) {
        this.accesses = accesses;
        this.applications = applications;
        this.caller = caller;
    }

    /**
     * Of one application, also of one that was erased.
     *
     * @throws ApplicationRefused if it is unknown to the caller
     */
    @Transactional
    List<Access> of(ApplicationId id, Span span, int limit) {
        applications
                .find(id)
                .filter(application -> caller.worksFor(application.organisation()))
                .orElseThrow(() -> new ApplicationRefused(new Refusal.UnknownApplication(id)));
        return accesses.page(span.filter(null, id.value(), null), limit);
    }

    /** In the caller's organisations. */
    List<Access> by(@Nullable String name, Span span, int limit) {
        Set<String> organisations = caller.is(Roles.ADMIN) ? null : caller.organisations();
        return organisations != null && organisations.isEmpty()
                ? List.of()
                : accesses.page(span.filter(organisations, null, name), limit);
    }
}
