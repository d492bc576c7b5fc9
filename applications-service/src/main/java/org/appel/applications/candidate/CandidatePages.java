package org.appel.applications.candidate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.qute.TemplateInstance;

import org.appel.applications.candidate.Templates.Frame;
import org.appel.applications.candidate.Templates.Message;
import org.appel.applications.candidate.Templates.Option;
import org.appel.applications.model.Language;

/**
 * Writes the pages with the headers that keep them private: nothing is cached, framed, sent on as a referrer, or loaded
 * from elsewhere, and no script runs.
 */
@ApplicationScoped
class CandidatePages {
    private static final String STYLE = style();

    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + sha256(STYLE)
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    CandidatePages() {}

    /** The page as an answer. */
    Response answer(int status, TemplateInstance page, Language language) {
        return Response.status(status)
                .entity(page.setLocale(Locale.of(language.code())).render())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", POLICY)
                .header("X-Frame-Options", "DENY")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("X-Robots-Tag", "noindex, nofollow")
                .build();
    }

    /**
     * The frame of a page about an application.
     *
     * @param headingLanguage the language the heading is written in
     * @param otherAddress this page in the other language
     */
    static Frame frame(
            Language language, String organisation, String heading, String headingLanguage, String otherAddress) {
        return frame(language, organisation, heading, headingLanguage, otherAddress, "");
    }

    /** The same for a page that says nothing of the application. */
    static Frame bareFrame(Language language, String otherAddress, String refresh) {
        return frame(language, "", "", language.code(), otherAddress, refresh);
    }

    /** Answers a request for a new link: the same whether there is such an application or not. */
    Response linkSent(HttpHeaders headers, UriInfo uri) {
        var language = Languages.of(headers, uri);
        var words = Labels.words(language);
        return message(200, language, words.linkSentTitle(), words.linkSentMore());
    }

    /** A page of one message with nowhere to go. */
    Response message(int status, Language language, String title, String text) {
        return answer(
                status,
                Templates.message(bareFrame(language, "", ""), new Message(title, List.of(text), "", "", "", "")),
                language);
    }

    private static Frame frame(
            Language language,
            String organisation,
            String heading,
            String headingLanguage,
            String otherAddress,
            String refresh) {
        var other = language == Language.FR ? new Option("en", "English") : new Option("fr", "Français");
        return new Frame(language.code(), STYLE, organisation, heading, headingLanguage, other, otherAddress, refresh);
    }

    private static String style() {
        try (var file = Objects.requireNonNull(CandidatePages.class.getResourceAsStream("/candidate/page.css"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
