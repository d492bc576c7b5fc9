package org.appel.postings.storage;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.appel.postings.storage.BoardQuery.Filters;
import org.appel.postings.storage.BoardQuery.Position;
import org.appel.postings.storage.BoardQuery.Sort;

/**
 * What the public asks for as SQL, with a question mark for each value. Only what is asked for is in the text, so that
 * PostgreSQL chooses the index for it.
 */
final class BoardSql {

    /** The clock is asked as well: what is due is not shown, even if nobody has closed it yet. */
    private static final String OPEN =
            "\nFROM posting\nWHERE state = 'OPEN' AND (closes_at IS NULL OR closes_at > appel_now())";

    private static final int MOST_VALUES = 100;

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    private BoardSql() {}

    /** The places of a page's items, in their order. */
    static BoardSql page(BoardQuery query) {
        var built = new BoardSql();
        built.sql.append("SELECT id, revision, published_at, closes_at").append(OPEN);
        built.common(query.filters());
        built.anyOf(query.filters());
        built.order(query.sort(), query.after(), query.limit());
        return built;
    }

    /**
     * Rows of facet, value, count, next closing: one for each value of each facet, and one without a facet for the total.
     * Each facet heeds the filters of the others alone; so each posting that passes the common ones is read once, with
     * notes of which others it passes.
     */
    static BoardSql facets(Filters filters, Set<Facet> facets) {
        var built = new BoardSql();
        built.sql.append(
                "WITH found AS MATERIALIZED (\nSELECT closes_at, organisation, contract, countries, languages");
        for (var facet : Facet.values()) {
            built.sql.append(", ");
            built.passes(facet, filters);
            built.sql.append(" AS passes_").append(facet.code());
        }
        built.sql.append(OPEN);
        built.common(filters);
        built.sql
                .append(")\nSELECT NULL, NULL, count(*) FILTER (WHERE ")
                .append(passesAllBut(null))
                .append("), min(closes_at) FROM found");
        for (var facet : facets) {
            built.sql
                    .append(
                            "\nUNION ALL (SELECT '%s', value, count(*), NULL FROM (SELECT %s AS value FROM found WHERE %s) f"
                                    .formatted(facet.code(), facet.ofPosting(), passesAllBut(facet)))
                    .append("\nWHERE value IS NOT NULL GROUP BY value ORDER BY count(*) DESC, value LIMIT ")
                    .append(MOST_VALUES)
                    .append(")");
        }
        return built;
    }

    String text() {
        return sql.toString();
    }

    /** One for each question mark, in their order. */
    List<Object> values() {
        return values;
    }

    private void common(Filters filters) {
        words(filters.text());
        filter("cities @> ARRAY[CAST(? AS text)]", filters.city() == null ? null : SearchWords.name(filters.city()));
        filter("workload_percent >= ?", filters.minWorkload());
        filter("closes_at > ?", filters.closesAfter());
        filter("closes_at < ?", filters.closesBefore());
        filter("published_at > ?", filters.publishedAfter());
    }

    private void anyOf(Filters filters) {
        for (var facet : Facet.values()) {
            if (!wanted(facet, filters).isEmpty()) {
                sql.append("\n  AND ");
                passes(facet, filters);
            }
        }
    }

    /** A condition without null: whether the posting has one of the values that are wanted of the facet. */
    private void passes(Facet facet, Filters filters) {
        var wanted = wanted(facet, filters);
        if (wanted.isEmpty()) {
            sql.append("true");
            return;
        }
        sql.append(
                switch (facet) {
                    case ORGANISATION -> "organisation = ANY (?)";
                    case COUNTRY -> "countries && ?";
                    case CONTRACT -> "(contract IS NOT NULL AND contract = ANY (?))";
                    case LANGUAGE -> "languages && ?";
                });
        values.add(wanted.stream().sorted().toArray(String[]::new));
    }

    private static Set<String> wanted(Facet facet, Filters filters) {
        return switch (facet) {
            case ORGANISATION -> filters.organisations();
            case COUNTRY -> filters.countries();
            case CONTRACT -> filters.contracts();
            case LANGUAGE -> filters.languages();
        };
    }

    private static String passesAllBut(@Nullable Facet left) {
        return Arrays.stream(Facet.values())
                .filter(facet -> facet != left)
                .map(facet -> "passes_" + facet.code())
                .collect(Collectors.joining(" AND "));
    }

    /** Each word by its beginning or by a stem, all of them: one query, so that the index is asked once. */
    private void words(@Nullable String text) {
        var terms = text == null ? List.<List<String>>of() : SearchWords.sought(text);
        if (terms.isEmpty()) {
            return;
        }
        sql.append("\n  AND search @@ (");
        sql.append(terms.stream().map(this::term).collect(Collectors.joining(" && ")));
        sql.append(")");
    }

    private String term(List<String> spellings) {
        return spellings.stream().map(this::spelling).collect(Collectors.joining(" || ", "(", ")"));
    }

    private String spelling(String word) {
        values.add(SearchWords.isBeginning(word) ? "'" + word + "':*" : "'" + word + "'");
        values.add(word);
        values.add(word);
        return "to_tsquery('simple', ?) || plainto_tsquery('french', ?) || plainto_tsquery('english', ?)";
    }

    private void order(Sort sort, @Nullable Position after, int limit) {
        switch (sort) {
            case NEWEST -> {
                if (after != null) {
                    filter("(published_at, id) < (?, ?)", after.at());
                    values.add(after.id());
                }
                sql.append("\nORDER BY published_at DESC, id DESC");
            }
            case DEADLINE -> {
                if (after != null) {
                    var at = after.at();
                    filter(
                            "(coalesce(closes_at, 'infinity'), id) > (CAST(? AS timestamptz), ?)",
                            at == null ? "infinity" : at.toString());
                    values.add(after.id());
                }
                sql.append("\nORDER BY coalesce(closes_at, 'infinity'), id");
            }
        }
        sql.append("\nLIMIT ?");
        values.add(limit);
    }

    private void filter(String condition, @Nullable Object value) {
        if (value != null) {
            sql.append("\n  AND ").append(condition);
            values.add(value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        }
    }
}
