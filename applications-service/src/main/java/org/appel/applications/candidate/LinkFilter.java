package org.appel.applications.candidate;

import java.util.Optional;
import java.util.UUID;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

import org.appel.applications.config.Problems;
import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.Refusal;
import org.appel.applications.storage.CandidateLinks;
import org.appel.applications.storage.CandidateLinks.Purpose;

/**
 * The one place where it is decided whether a request may see the application in its path: a front end by the link's
 * token in a header, a browser by the cookie that it got for the link. Who may not learns nothing: an application that
 * never was, one that was erased and a wrong token are answered alike.
 */
@Provider
@ByLink
class LinkFilter implements ContainerRequestFilter {
    static final String HEADER = "X-Candidate-Token";
    /** Query parameter of the link in the mail. */
    static final String PARAMETER = "token";

    private final CandidateLinks links;
    private final Visit visit;
    private final Entrance entrance;
    private final ResourceInfo resource;

    LinkFilter(CandidateLinks links, Visit visit, Entrance entrance, ResourceInfo resource) {
        this.links = links;
        this.visit = visit;
        this.entrance = entrance;
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var id = id(request);
        if (id.isEmpty()) {
            request.abortWith(refused(request));
        } else if (isLinkFollowed(request)) {
            request.abortWith(enter(request, id.get()));
        } else {
            admit(request, id.get());
        }
    }

    private void admit(ContainerRequestContext request, ApplicationId id) {
        var token = request.getHeaderString(HEADER);
        var session = session(request);
        if (token != null ? links.opens(Purpose.LINK, id, token) : opens(request, id, session)) {
            visit.opened(id, token == null ? session : "");
        } else {
            request.abortWith(refused(request));
        }
    }

    /** A link in a mail is opened by scanners, too: it gives the reader a cookie and changes nothing else. */
    private Response enter(ContainerRequestContext request, ApplicationId id) {
        var token = request.getUriInfo().getQueryParameters().getFirst(PARAMETER);
        if (links.opens(Purpose.LINK, id, token)) {
            return entrance.open(id, links.token(Purpose.SESSION, id));
        }
        return links.opens(Purpose.SESSION, id, session(request)) ? entrance.open(id) : refused(request);
    }

    /** A cookie comes by itself, so alone it is good for reading only; what it changes, a form must ask for. */
    private boolean opens(ContainerRequestContext request, ApplicationId id, String session) {
        var reading = request.getMethod().equals(HttpMethod.GET)
                || request.getMethod().equals(HttpMethod.HEAD);
        var byForm = resource.getResourceMethod().isAnnotationPresent(ByForm.class);
        return (reading || byForm) && links.opens(Purpose.SESSION, id, session);
    }

    private Response refused(ContainerRequestContext request) {
        return isForPeople(request)
                ? entrance.closed(request)
                : Problems.of(new Refusal.LinkNotValid()).toResponse();
    }

    private static boolean isLinkFollowed(ContainerRequestContext request) {
        return isForPeople(request)
                && request.getMethod().equals(HttpMethod.GET)
                && request.getUriInfo().getQueryParameters().containsKey(PARAMETER);
    }

    /** What a browser says when it opens a page, and nobody else does. */
    private static boolean isForPeople(ContainerRequestContext request) {
        return request.getAcceptableMediaTypes().stream()
                .anyMatch(type -> !type.isWildcardType() && type.isCompatible(MediaType.TEXT_HTML_TYPE));
    }

    private static String session(ContainerRequestContext request) {
        var cookie = request.getCookies().get(Entrance.COOKIE);
        return cookie == null ? "" : cookie.getValue();
    }

    private static Optional<ApplicationId> id(ContainerRequestContext request) {
        try {
            var text = request.getUriInfo().getPathParameters().getFirst("id");
            return Optional.of(new ApplicationId(UUID.fromString(text)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
