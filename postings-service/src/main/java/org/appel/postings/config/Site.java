package org.appel.postings.config;

import java.net.URI;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.postings.model.PostingId;

/** The public addresses of what this service shows, absolute, for feeds, pages and mails. */
@ApplicationScoped
public class Site {

    private final PostingsConfig.Site config;

    Site(PostingsConfig config) {
        this.config = config.site();
    }

    /** An address of this service; {@code path} begins with a slash. */
    public URI at(String path) {
        return URI.create(config.url() + path);
    }

    /** A posting in the API. It never changes, so it is also the posting's permanent name in feeds. */
    public URI posting(PostingId id) {
        return at("/postings/" + id);
    }

    /**
     * The list on the careers pages.
     *
     * @param language of the page, {@code fr} or {@code en}
     */
    public URI careers(String language) {
        return at("/careers/" + language);
    }

    /** An organisation's own list on the careers pages. */
    public URI careersOf(String organisation, String language) {
        return at("/careers/" + language + "/organisations/" + organisation);
    }

    /** A posting's page for people. */
    public URI page(PostingId id, String language) {
        return at("/careers/" + language + "/postings/" + id);
    }

    /** Where an application for a posting is sent to. */
    public URI applications(PostingId id) {
        return URI.create(config.applicationsUrl() + "/postings/" + id + "/applications");
    }

    /**
     * Where the form of a browser is sent to.
     *
     * @param language of the pages that answer, {@code fr} or {@code en}
     */
    public URI applicationForm(PostingId id, String language) {
        return URI.create(applications(id) + "/page?lang=" + language);
    }
}
