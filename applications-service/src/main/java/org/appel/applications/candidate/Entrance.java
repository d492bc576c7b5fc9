package org.appel.applications.candidate;

import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.appel.applications.candidate.Templates.Message;
import org.appel.applications.config.CandidateConfig;
import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.Language;

/** Lets a browser in, by a cookie for this one application, or says to a person that the link has ended. */
@ApplicationScoped
class Entrance {
    static final String COOKIE = "appel-candidate";

    private static final String FETCH_SITE = "Sec-Fetch-Site";

    private final CandidatePages pages;
    private final CandidateConfig config;
    private final boolean local;

    Entrance(
            CandidatePages pages,
            CandidateConfig config,
            @ConfigProperty(name = "appel.local", defaultValue = "false") boolean local) {
        this.pages = pages;
        this.config = config;
        this.local = local;
    }

    static String address(ApplicationId id) {
        return "/my/applications/" + id;
    }

    /** Goes on to the page without the token, which so is in no history, bookmark or screenshot. */
    Response open(ApplicationId id, String session) {
        return Response.fromResponse(open(id))
                .cookie(cookie(id, session, (int) config.sessionLife().toSeconds()))
                .build();
    }

    Response open(ApplicationId id) {
        // Relative: what the service is called outside, it need not know.
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address(id))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    /** Takes the cookie back. */
    Response leave(ApplicationId id, Response goodbye) {
        return Response.fromResponse(goodbye).cookie(cookie(id, "", 0)).build();
    }

    /**
     * No way in. A browser that comes from a web mail's page holds the strict cookie back, redirects included; going on
     * from a page of ours, it sends it.
     */
    Response closed(ContainerRequestContext request) {
        var cameFromElsewhere = "cross-site".equals(request.getHeaderString(FETCH_SITE))
                && !request.getUriInfo().getQueryParameters().containsKey(LinkFilter.PARAMETER);
        return cameFromElsewhere && request.getMethod().equals("GET") ? onward(request) : expired(request);
    }

    private Response onward(ContainerRequestContext request) {
        var language = language(request);
        var words = Labels.words(language);
        var here = request.getUriInfo().getRequestUri().getRawPath();
        var page = new Message(words.openingTitle(), List.of(), "", "", here, words.openingMore());
        return pages.answer(200, Templates.message(CandidatePages.bareFrame(language, "", here), page), language);
    }

    private Response expired(ContainerRequestContext request) {
        var language = language(request);
        var words = Labels.words(language);
        var id = request.getUriInfo().getPathParameters().getFirst("id");
        var page = new Message(
                words.expiredTitle(),
                List.of(words.expiredMore()),
                "/my/applications/" + id + "/page/link" + Languages.query(language),
                words.expiredAsk(),
                "",
                "");
        var other = "/my/applications/" + id + Languages.query(language == Language.FR ? Language.EN : Language.FR);
        var frame = CandidatePages.bareFrame(language, other, "");
        var answer = pages.answer(401, Templates.message(frame, page), language);
        return Response.fromResponse(answer)
                .header(HttpHeaders.WWW_AUTHENTICATE, "CandidateLink")
                .build();
    }

    private static Language language(ContainerRequestContext request) {
        return Language.of(
                        String.valueOf(request.getUriInfo().getQueryParameters().getFirst(Languages.PARAMETER)))
                .or(() -> request.getAcceptableLanguages().stream()
                        .map(Locale::getLanguage)
                        .flatMap(code -> Language.of(code).stream())
                        .findFirst())
                .orElse(Language.EN);
    }

    private NewCookie cookie(ApplicationId id, String value, int seconds) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path(address(id))
                .maxAge(seconds)
                .httpOnly(true)
                .secure(!local)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
