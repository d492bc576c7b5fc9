package org.appel.postings.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.appel.postings.config.Paging;
import org.appel.postings.storage.FeedPosition;
import org.appel.service.Cursor;
import org.appel.service.Fault;

/** The parameters of a feed, as they were written. */
class FeedParameters {

    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,63}");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final double UNWANTED = 0;

    @RestQuery
    @Parameter(description = "Of one organisation only", example = "omct")
    @Nullable
    String organisation;

    @RestQuery
    @Parameter(
            description = "ISO 639-1; entries without it are in their original language. Without it, Accept-Language is"
                    + " heeded",
            example = "fr")
    @Nullable
    String language;

    @RestHeader(HttpHeaders.ACCEPT_LANGUAGE)
    @Parameter(hidden = true)
    @Nullable
    String acceptLanguage;

    /** @throws RuntimeException 400 naming every parameter that cannot be understood */
    FeedQuery toQuery(@Nullable String cursor) {
        var faults = new ArrayList<Fault>();
        if (organisation != null && !ID.matcher(organisation).matches()) {
            faults.add(new Fault("/organisation", "must be an id such as omct"));
        }
        refuse(faults, language);
        return new FeedQuery(organisation, language, wanted(language, acceptLanguage), position(cursor));
    }

    /**
     * The languages that a reader wants, the most wanted first.
     *
     * @param language asked for by the address; null for none
     * @param acceptLanguage asked for by the header, which counts only without the other; null for none
     * @throws RuntimeException 400 if the address asks for what is no language
     */
    static List<String> languages(@Nullable String language, @Nullable String acceptLanguage) {
        refuse(new ArrayList<>(), language);
        return wanted(language, acceptLanguage);
    }

    private static void refuse(List<Fault> faults, @Nullable String language) {
        if (language != null && !LANGUAGES.contains(language)) {
            faults.add(new Fault("/language", "must be a code such as fr"));
        }
        if (!faults.isEmpty()) {
            throw Paging.invalid(faults);
        }
    }

    static String cursorAfter(FeedPosition last) {
        return Cursor.encode(last.publishedAt().toString(), last.id().toString());
    }

    static @Nullable FeedPosition position(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        var parts = Cursor.decode(cursor, 2);
        try {
            return new FeedPosition(Instant.parse(parts.getFirst()), UUID.fromString(parts.getLast()));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Cursor.bad();
        }
    }

    private static List<String> wanted(@Nullable String language, @Nullable String acceptLanguage) {
        return language == null ? languages(acceptLanguage) : List.of(language);
    }

    /** The languages of a header, the most wanted first; none of one that makes no sense. */
    static List<String> languages(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return List.of();
        }
        try {
            return LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > UNWANTED)
                    .map(range -> range.getRange().split("-", 2)[0])
                    .filter(LANGUAGES::contains)
                    .distinct()
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
