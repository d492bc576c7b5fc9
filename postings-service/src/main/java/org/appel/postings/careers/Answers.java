package org.appel.postings.careers;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

import org.appel.postings.config.PostingsConfig;
import org.appel.service.Etags;

/**
 * Answers with pages, and with the headers that keep them harmless: no script runs, nothing is loaded from elsewhere, a
 * form goes to the intake alone, no other site is told that somebody was here or shows the page in a frame.
 *
 * @see <a href="https://www.w3.org/TR/CSP3/">Content Security Policy</a>
 */
@ApplicationScoped
class Answers {

    private static final String NOT_KEPT = "no-store";
    private static final Pattern SOURCE = Pattern.compile("'self'|https?://[A-Za-z0-9.:*-]+|https:");

    private final Clock clock;
    private final Duration keep;
    private final String policy;
    private final String frameAncestors;

    Answers(Clock clock, PostingsConfig config) {
        this.clock = clock;
        keep = config.careers().keep();
        policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' "
                + origin(config.site().url()) + " " + origin(config.site().applicationsUrl())
                + "; base-uri 'none'; frame-ancestors ";
        frameAncestors = ancestors(config.careers().frameAncestors().orElse(List.of()));
    }

    /** A page that may be kept for a while, up to the next of these deadlines; null for none. */
    Response kept(TemplateInstance page, PageLanguage language, @Nullable Instant nextDeadline, HttpHeaders headers) {
        return kept(render(page, language), language, "'none'", nextDeadline, headers);
    }

    /** The same for a page that other sites may show in a frame. */
    Response embedded(
            TemplateInstance page, PageLanguage language, @Nullable Instant nextDeadline, HttpHeaders headers) {
        return kept(render(page, language), language, frameAncestors, nextDeadline, headers);
    }

    /** A page that is made for this one request. */
    Response once(int status, TemplateInstance page, PageLanguage language) {
        return harmless(Response.status(status), language, "'none'")
                .entity(render(page, language))
                .header(HttpHeaders.CACHE_CONTROL, NOT_KEPT)
                .build();
    }

    /**
     * A form: the browser may show it again with what was written in it, and with its key, when somebody goes back to it;
     * nobody else keeps it.
     */
    Response form(TemplateInstance page, PageLanguage language) {
        return harmless(Response.ok(), language, "'none'")
                .entity(render(page, language))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    /** A page that is no offer: no search engine keeps it, and it is asked for anew each time. */
    Response bare(int status, TemplateInstance page, PageLanguage language) {
        return harmless(Response.status(status), language, "'none'")
                .entity(render(page, language))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header("X-Robots-Tag", "noindex")
                .build();
    }

    /** A page for few eyes: nobody keeps it, and no search engine finds it. */
    Response preview(TemplateInstance page, PageLanguage language) {
        return harmless(Response.ok(), language, "'none'")
                .entity(render(page, language))
                .header(HttpHeaders.CACHE_CONTROL, NOT_KEPT)
                .header("X-Robots-Tag", "noindex, nofollow")
                .build();
    }

    private Response kept(
            byte[] body, PageLanguage language, String ancestors, @Nullable Instant nextDeadline, HttpHeaders headers) {
        var tag = new EntityTag(Files.hash(body));
        var answer = Etags.noneMatch(headers, tag)
                ? Response.notModified()
                : Response.ok().entity(body);
        return harmless(answer, language, ancestors)
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + seconds(nextDeadline) + ", must-revalidate")
                .build();
    }

    private Response.ResponseBuilder harmless(
            Response.ResponseBuilder answer, PageLanguage language, String ancestors) {
        answer.type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .header("Content-Security-Policy", policy + ancestors)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        if (ancestors.equals("'none'")) {
            answer.header("X-Frame-Options", "DENY");
        }
        return answer;
    }

    private long seconds(@Nullable Instant nextDeadline) {
        if (nextDeadline == null) {
            return keep.toSeconds();
        }
        var left = Duration.between(clock.instant(), nextDeadline);
        return Math.max(0, Math.min(keep.toSeconds(), left.toSeconds()));
    }

    private static byte[] render(TemplateInstance page, PageLanguage language) {
        return page.setLocale(language.locale()).render().getBytes(StandardCharsets.UTF_8);
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    private static String ancestors(List<String> sources) {
        for (var source : sources) {
            if (!SOURCE.matcher(source).matches()) {
                throw new IllegalArgumentException(
                        "appel.postings.careers.frame-ancestors has " + source + ", which is no source");
            }
        }
        return sources.isEmpty() ? "'none'" : String.join(" ", sources);
    }
}
