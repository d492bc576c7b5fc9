package org.appel.applications.candidate;

import jakarta.enterprise.context.RequestScoped;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.ApplicationId;

/** The request in hand: which application it may see, as {@link LinkFilter} found. */
@RequestScoped
class Visit {
    private @Nullable ApplicationId application;
    private String session = "";

    /** @param session value of the page's cookie; empty for a front end, which has a link */
    void opened(ApplicationId id, String session) {
        application = id;
        this.session = session;
    }

    /** @throws IllegalStateException if nobody checked the link: then the method lacks {@link ByLink} */
    ApplicationId application() {
        if (application == null) {
            throw new IllegalStateException("The link was not checked");
        }
        return application;
    }

    String session() {
        return session;
    }
}
