package org.appel.applications.candidate;

import java.util.Locale;
import java.util.Optional;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

import org.appel.applications.model.Language;

/** Which language a page is in. */
final class Languages {
    /** Query parameter; what it names goes before everything else. */
    static final String PARAMETER = "lang";

    private Languages() {}

    /** The one that was asked for, else what the browser prefers, else English. */
    static Language of(HttpHeaders headers, UriInfo uri) {
        return asked(uri)
                .or(() -> headers.getAcceptableLanguages().stream()
                        .map(Locale::getLanguage)
                        .flatMap(code -> Language.of(code).stream())
                        .findFirst())
                .orElse(Language.EN);
    }

    /** The one that was asked for, else the candidate's own. */
    static Language of(UriInfo uri, Language own) {
        return asked(uri).orElse(own);
    }

    /** Keeps the language in an address, if one was asked for. */
    static String query(UriInfo uri) {
        return asked(uri).map(Languages::query).orElse("");
    }

    static String query(Language language) {
        return "?" + PARAMETER + "=" + language.code();
    }

    private static Optional<Language> asked(UriInfo uri) {
        return Optional.ofNullable(uri.getQueryParameters().getFirst(PARAMETER)).flatMap(Language::of);
    }
}
