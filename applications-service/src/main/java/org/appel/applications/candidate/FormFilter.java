package org.appel.applications.candidate;

import java.util.List;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jspecify.annotations.Nullable;

import org.appel.applications.candidate.Templates.Message;
import org.appel.applications.storage.CandidateLinks;

/**
 * Lets pass only forms of our own page, made for the session in hand: what another site makes a browser send lacks the
 * hidden field. {@link LinkFilter} has looked at the session before.
 */
class FormFilter {
    /** The hidden field. */
    static final String FIELD = "form";

    private final CandidateLinks links;
    private final Visit visit;
    private final CandidatePages pages;

    FormFilter(CandidateLinks links, Visit visit, CandidatePages pages) {
        this.links = links;
        this.visit = visit;
        this.pages = pages;
    }

    @ServerRequestFilter
    @WithFormRead
    @ByForm
    public @Nullable Response check(HttpHeaders headers, UriInfo uri) {
        var field = CurrentRequestManager.get().getFormParameter(FIELD, true, false);
        var session = visit.session();
        return !session.isEmpty() && field instanceof String token && links.isFormOf(session, token)
                ? null
                : refused(headers, uri);
    }

    private Response refused(HttpHeaders headers, UriInfo uri) {
        var language = Languages.of(headers, uri);
        var words = Labels.words(language);
        var page = new Message(
                words.staleFormTitle(),
                List.of(words.staleFormMore()),
                "",
                "",
                Entrance.address(visit.application()) + Languages.query(language),
                words.backToIt());
        return pages.answer(403, Templates.message(CandidatePages.bareFrame(language, "", ""), page), language);
    }
}
