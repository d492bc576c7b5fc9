package org.appel.postings.careers;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Coded;
import org.appel.postings.model.Contract;
import org.appel.postings.model.Posting.Published;
import org.appel.postings.storage.BoardQuery;
import org.appel.postings.storage.BoardQuery.Filters;
import org.appel.postings.storage.BoardQuery.Position;
import org.appel.postings.storage.BoardQuery.Sort;
import org.appel.service.Cursor;

import static java.util.stream.Collectors.joining;

/**
 * What somebody looks for in the list. What cannot be understood of an address is left out: a person has no use for a
 * page of faults, and sees by the filters shown what was understood.
 *
 * @param filters by the names of their parameters, in the order of the form; each is sound
 * @param after where the page before ended; null for the first page
 */
record Search(
        Map<String, String> filters, Sort sort, @Nullable Position after) {

    static final String WORDS = "q";
    static final String ORGANISATION = "organisation";
    static final String COUNTRY = "country";
    static final String CONTRACT = "contract";
    static final String WORKLOAD = "workload";
    static final String LANGUAGE = "language";
    static final String CLOSING = "closing";

    /** The only value of {@link #CLOSING}. */
    static final String SOON = "soon";

    private static final Duration SOON_IS = Duration.ofDays(7);
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final int LONGEST_WORDS = 200;
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,63}");
    private static final Pattern COUNTRY_CODE = Pattern.compile("[A-Z]{2}");
    private static final Pattern LANGUAGE_CODE = Pattern.compile("[a-z]{2}");
    private static final Pattern PERCENT = Pattern.compile("[1-9][0-9]?|100");

    Search {
        filters = Collections.unmodifiableMap(new LinkedHashMap<>(filters));
    }

    static Search of(SearchParameters asked) {
        var filters = new LinkedHashMap<String, String>();
        keep(filters, WORDS, asked.q == null ? null : cut(asked.q.strip()), _ -> true);
        keep(filters, ORGANISATION, asked.organisation, ID.asMatchPredicate());
        keep(filters, COUNTRY, asked.country, COUNTRY_CODE.asMatchPredicate());
        keep(filters, CONTRACT, asked.contract, Search::isContract);
        keep(filters, WORKLOAD, asked.workload, PERCENT.asMatchPredicate());
        keep(filters, LANGUAGE, asked.language, LANGUAGE_CODE.asMatchPredicate());
        keep(filters, CLOSING, asked.closing, SOON::equals);
        var sort = Sort.DEADLINE.code().equals(asked.sort) ? Sort.DEADLINE : Sort.NEWEST;
        return new Search(filters, sort, position(asked.cursor, sort));
    }

    /** The value of a filter; empty if it is not set. */
    String value(String filter) {
        return filters.getOrDefault(filter, "");
    }

    /** The first page of the same with one filter less. */
    Search without(String filter) {
        var fewer = new LinkedHashMap<>(filters);
        fewer.remove(filter);
        return new Search(fewer, sort, null);
    }

    /** The same page, where the organisation stands in the path. */
    Search ofAnybody() {
        return new Search(without(ORGANISATION).filters(), sort, after);
    }

    /** The first page of the same in another order. */
    Search sorted(Sort other) {
        return new Search(filters, other, null);
    }

    /** The same from its first page on. */
    Search fromTheBeginning() {
        return new Search(filters, sort, null);
    }

    /** The page that follows one that ends with this posting. */
    Search after(Published last) {
        var publication = last.publication();
        var at = sort == Sort.NEWEST ? publication.publishedAt() : publication.closesAt();
        return new Search(filters, sort, new Position(at, last.id().value()));
    }

    /** This search as the query of an address, with its question mark; empty if it asks for nothing. */
    String query() {
        var parameters = new LinkedHashMap<>(filters);
        if (sort != Sort.NEWEST) {
            parameters.put("sort", sort.code());
        }
        if (after != null) {
            var at = after.at();
            parameters.put(
                    "cursor",
                    Cursor.encode(
                            sort.code(),
                            at == null ? "" : at.toString(),
                            after.id().toString()));
        }
        return parameters.isEmpty()
                ? ""
                : parameters.entrySet().stream()
                        .map(parameter -> parameter.getKey() + "="
                                + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                        .collect(joining("&", "?", ""));
    }

    /**
     * The same as the board is asked.
     *
     * @param organisation whose postings alone; null for those that the filter says
     * @param limit how many at most
     */
    BoardQuery toQuery(@Nullable String organisation, Instant now, int limit) {
        var wanted = new Filters(
                filters.get(WORDS),
                organisation == null ? just(ORGANISATION) : Set.of(organisation),
                just(COUNTRY),
                null,
                just(LANGUAGE),
                filters.containsKey(WORKLOAD) ? Integer.valueOf(value(WORKLOAD)) : null,
                just(CONTRACT),
                null,
                filters.containsKey(CLOSING) ? now.plus(SOON_IS) : null,
                null);
        return new BoardQuery(wanted, sort, after, limit);
    }

    private Set<String> just(String name) {
        var value = filters.get(name);
        return value == null ? Set.of() : Set.of(value);
    }

    static boolean isOrganisation(String text) {
        return ID.matcher(text).matches();
    }

    private static void keep(
            Map<String, String> filters, String name, @Nullable String value, Predicate<String> sound) {
        if (value != null && !value.isBlank() && sound.test(value)) {
            filters.put(name, value);
        }
    }

    /** Never in the middle of a character. */
    private static String cut(String words) {
        if (words.length() <= LONGEST_WORDS) {
            return words;
        }
        int end = Character.isHighSurrogate(words.charAt(LONGEST_WORDS - 1)) ? LONGEST_WORDS - 1 : LONGEST_WORDS;
        return words.substring(0, end);
    }

    private static boolean isContract(String code) {
        return Arrays.stream(Contract.Type.values()).map(Coded::code).anyMatch(code::equals);
    }

    /** A moment that the database can hold. */
    private static Instant moment(String text) {
        var moment = Instant.parse(text);
        if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
            throw new IllegalArgumentException(text);
        }
        return moment;
    }

    private static @Nullable Position position(@Nullable String cursor, Sort sort) {
        if (cursor == null) {
            return null;
        }
        try {
            var parts = Cursor.decode(cursor, 3);
            var at = parts.get(1);
            return parts.getFirst().equals(sort.code()) && (sort == Sort.DEADLINE || !at.isEmpty())
                    ? new Position(at.isEmpty() ? null : moment(at), UUID.fromString(parts.getLast()))
                    : null;
        } catch (DateTimeException | IllegalArgumentException | io.quarkiverse.resteasy.problem.HttpProblem bad) {
            return null;
        }
    }
}
