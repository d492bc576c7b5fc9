package org.appel.postings.storage;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A {@link BoardQuery} as SQL. Only what is asked for is in the text, so that PostgreSQL chooses the index for it. */
final class BoardSql {

    /** The clock is asked as well: what is due is not shown, even if nobody has closed it yet. */
    private static final String OPEN = """
            SELECT {p.*} FROM posting p
            WHERE state = 'OPEN' AND (closes_at IS NULL OR closes_at > appel_now())""";

    private final StringBuilder sql = new StringBuilder(OPEN);
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    BoardSql(BoardQuery query) {
        words(query.text());
        filter("organisation", "organisation = :organisation", query.organisation());
        filter("country", "countries @> ARRAY[CAST(:country AS text)]", query.country());
        filter(
                "city",
                "cities @> ARRAY[CAST(:city AS text)]",
                query.city() == null ? null : SearchWords.name(query.city()));
        filter("language", "languages @> ARRAY[CAST(:language AS text)]", query.language());
        filter("minWorkload", "workload_percent >= :minWorkload", query.minWorkload());
        filter("contract", "contract = :contract", query.contract());
        filter("closesAfter", "closes_at > :closesAfter", query.closesAfter());
        filter("closesBefore", "closes_at < :closesBefore", query.closesBefore());
        filter("publishedAfter", "published_at > :publishedAfter", query.publishedAfter());
        page(query);
    }

    String text() {
        return sql.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** Each word as it is, by its beginning, or by a stem; all of them. */
    private void words(@Nullable String text) {
        if (text == null) {
            return;
        }
        int number = 0;
        for (String word : SearchWords.of(text)) {
            var name = "word" + number++;
            filter(name + "Start", """
                    search @@ (to_tsquery('simple', :%1$sStart) || plainto_tsquery('french', :%1$s)
                      || plainto_tsquery('english', :%1$s))""".formatted(name), word + ":*");
            parameters.put(name, word);
        }
    }

    private void page(BoardQuery query) {
        var after = query.after();
        if (after != null) {
            parameters.put("afterId", after.id());
        }
        switch (query.sort()) {
            case NEWEST -> {
                if (after != null) {
                    filter("afterAt", "(published_at, id) < (:afterAt, :afterId)", after.at());
                }
                sql.append("\nORDER BY published_at DESC, id DESC");
            }
            case DEADLINE -> {
                if (after != null) {
                    filter(
                            "afterAt",
                            "(coalesce(closes_at, 'infinity'), id) > (CAST(:afterAt AS timestamptz), :afterId)",
                            after.at() == null ? "infinity" : after.at().toString());
                }
                sql.append("\nORDER BY coalesce(closes_at, 'infinity'), id");
            }
        }
        sql.append("\nLIMIT :limit");
        parameters.put("limit", query.limit());
    }

    private void filter(String name, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append("\n  AND ").append(condition);
            parameters.put(name, value);
        }
    }
}
