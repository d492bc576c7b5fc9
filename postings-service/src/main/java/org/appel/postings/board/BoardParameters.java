package org.appel.postings.board;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.appel.postings.config.Paging;
import org.appel.postings.model.Coded;
import org.appel.postings.model.Contract;
import org.appel.postings.storage.BoardQuery;
import org.appel.postings.storage.BoardQuery.Filters;
import org.appel.postings.storage.BoardQuery.Position;
import org.appel.postings.storage.BoardQuery.Sort;
import org.appel.postings.storage.Facet;
import org.appel.service.Cursor;
import org.appel.service.Fault;

/** The query parameters of the list of postings, as they were written. */
class BoardParameters {

    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,63}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z]{2}");
    private static final Pattern OPEN = Pattern.compile("open");
    private static final Pattern ALL = Pattern.compile("all");
    private static final Pattern COMMA = Pattern.compile(",");
    private static final int LAST_YEAR = 9999;
    private static final int LONGEST_TEXT = 200;

    @RestQuery
    @Parameter(
            description = "Words to be found, all of them, in French or English: accents or none, one gender for both,"
                    + " singular for plural; 200 characters at most",
            example = "chargée de mission")
    @Nullable
    String q;

    @RestQuery
    @Parameter(description = "Repeat it for several, of which one must fit", example = "omct")
    @Nullable
    List<String> organisation;

    @RestQuery
    @Parameter(description = "ISO 3166-1 alpha-2; repeat it for several", example = "BE")
    @Nullable
    List<String> country;

    @RestQuery
    @Parameter(description = "Accents or none", example = "geneve")
    @Nullable
    String city;

    @RestQuery
    @Parameter(description = "ISO 639-1; a language that the work asks for; repeat it for several", example = "fr")
    @Nullable
    List<String> language;

    @RestQuery
    @Parameter(description = "Percent", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100"))
    @Nullable
    String minWorkload;

    @RestQuery
    @Parameter(description = "Repeat it for several", example = "fixed-term")
    @Nullable
    List<String> contract;

    @RestQuery
    @Parameter(description = "RFC 3339, or a date in UTC", example = "2026-01-31")
    @Nullable
    String closesAfter;

    @RestQuery
    @Parameter(description = "RFC 3339, or a date in UTC", example = "2026-01-31T12:00:00+01:00")
    @Nullable
    String closesBefore;

    @RestQuery
    @Parameter(description = "RFC 3339, or a date in UTC", example = "2026-01-31")
    @Nullable
    String publishedAfter;

    @RestQuery
    @Parameter(description = "Only open: closed postings are in no list", example = "open")
    @Nullable
    String state;

    @RestQuery
    @Parameter(
            description = "What to count the postings of all pages by: organisation, country, contract, language;"
                    + " several with commas between them",
            example = "country,contract")
    @Nullable
    List<String> facets;

    @RestQuery
    @Parameter(
            description = "all for every language, whatever Accept-Language says",
            schema = @Schema(type = SchemaType.STRING, enumeration = "all"))
    @Nullable
    String texts;

    @RestQuery
    @Parameter(description = "newest (the usual) or deadline", example = "deadline")
    @Nullable
    String sort;

    @RestQuery
    @Parameter(description = "1 to 100", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100"))
    @Nullable
    String limit;

    @RestQuery
    @Parameter(description = "From the page before; `next` has it")
    @Nullable
    String cursor;

    /** What a list is to show.
     *
     * @param size items of a page
     * @param query one item more
     */
    record Wanted(BoardQuery query, int size, Set<Facet> facets, LanguageChoice choice) {}

    /**
     * What is asked for.
     *
     * @param size items of a page
     * @param byHeader the languages of the request, unless a parameter asks for all
     * @throws RuntimeException 400 naming every parameter that cannot be understood
     */
    Wanted toWanted(int size, LanguageChoice byHeader) {
        var reading = new Reading();
        var order = reading.read("sort", sort, code -> Coded.of(Sort.class, code), "must be newest or deadline");
        var wanted = order == null ? Sort.NEWEST : order;
        reading.read("state", state, text -> matching(text, OPEN), "must be open: closed postings are in no list");
        var counted = reading.readAll(
                "facets",
                facets == null
                        ? null
                        : facets.stream().flatMap(COMMA::splitAsStream).toList(),
                code -> Coded.of(Facet.class, code.strip()),
                "must be of organisation, country, contract and language");
        var choice = choice(reading, texts, byHeader);
        var filters = new Filters(
                reading.read("q", given(q), BoardParameters::words, "must have 200 characters at most"),
                reading.readAll("organisation", organisation, BoardParameters::id, "must be an id such as omct"),
                reading.readAll("country", country, BoardParameters::code, "must be a code such as BE"),
                reading.read("city", given(city), BoardParameters::words, "must have 200 characters at most"),
                reading.readAll(
                        "language", language, text -> code(text).toLowerCase(Locale.ROOT), "must be a code such as fr"),
                reading.read("minWorkload", minWorkload, BoardParameters::percent, "must be a number from 1 to 100"),
                reading.readAll(
                        "contract",
                        contract,
                        code -> Coded.of(Contract.Type.class, code).code(),
                        "must be a type of contract, such as fixed-term"),
                reading.instant("closesAfter", closesAfter),
                reading.instant("closesBefore", closesBefore),
                reading.instant("publishedAfter", publishedAfter));
        var query = new BoardQuery(filters, wanted, position(cursor, wanted), size + 1);
        reading.refuseFaults();
        return new Wanted(query, size, counted, choice);
    }

    /**
     * The languages that are asked for by the parameter, or else by the header.
     *
     * @throws RuntimeException 400 if the parameter cannot be understood
     */
    static LanguageChoice choice(@Nullable String texts, LanguageChoice byHeader) {
        var reading = new Reading();
        var choice = choice(reading, texts, byHeader);
        reading.refuseFaults();
        return choice;
    }

    private static LanguageChoice choice(Reading reading, @Nullable String texts, LanguageChoice byHeader) {
        var all = reading.read("texts", texts, text -> matching(text, ALL), "must be all, or left out");
        return all == null ? byHeader : LanguageChoice.ALL;
    }

    /** Where a page ends that ends with this. */
    static String cursorAfter(Sort sort, @Nullable Instant at, UUID id) {
        return Cursor.encode(sort.code(), at == null ? "" : at.toString(), id.toString());
    }

    private static @Nullable Position position(@Nullable String cursor, Sort sort) {
        if (cursor == null) {
            return null;
        }
        var parts = Cursor.decode(cursor, 3);
        var at = parts.get(1);
        try {
            if (parts.getFirst().equals(sort.code()) && (sort == Sort.DEADLINE || !at.isEmpty())) {
                return new Position(at.isEmpty() ? null : instant(at), UUID.fromString(parts.getLast()));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // Said below, with the same words.
        }
        throw Cursor.bad();
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static String words(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("too long");
        }
        return text;
    }

    private static String id(String text) {
        return matching(text, ID);
    }

    /** In upper case, as countries are written. */
    private static String code(String text) {
        return matching(text, CODE).toUpperCase(Locale.ROOT);
    }

    private static String matching(String text, Pattern form) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    /** An instant that the database can hold. */
    private static Instant instant(String text) {
        var moment = OffsetDateTime.parse(text);
        if (moment.getYear() < 1 || moment.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException(text);
        }
        return moment.toInstant();
    }

    private static int percent(String text) {
        int percent = Integer.parseInt(text);
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException(text);
        }
        return percent;
    }

    /** Reads parameter after parameter and remembers which could not be understood. */
    private static final class Reading {

        private final List<Fault> faults = new ArrayList<>();

        <T> @Nullable T read(String name, @Nullable String text, Function<String, T> reader, String expected) {
            try {
                return text == null ? null : reader.apply(text);
            } catch (IllegalArgumentException | DateTimeException e) {
                faults.add(new Fault("/" + name, expected));
                return null;
            }
        }

        /** Each that is given and not blank; named once if any cannot be understood. */
        <T> Set<T> readAll(String name, @Nullable List<String> texts, Function<String, T> reader, String expected) {
            var read = new LinkedHashSet<T>();
            var given = texts == null ? List.<String>of() : texts;
            for (var text : given.stream().filter(each -> !each.isBlank()).toList()) {
                T value = read(name, text, reader, expected);
                if (value == null) {
                    return Set.of();
                }
                read.add(value);
            }
            return read;
        }

        @Nullable
        Instant instant(String name, @Nullable String text) {
            return read(name, text, Reading::parse, "must be a time such as 2026-01-31T12:00:00Z, or a date");
        }

        void refuseFaults() {
            if (!faults.isEmpty()) {
                throw Paging.invalid(faults);
            }
        }

        /** A plus sign that was not escaped arrives as a space. */
        private static Instant parse(String text) {
            return text.length() == "2026-01-31".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : BoardParameters.instant(text.replace(' ', '+'));
        }
    }
}
