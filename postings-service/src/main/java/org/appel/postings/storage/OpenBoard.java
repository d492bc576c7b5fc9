package org.appel.postings.storage;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

/** What there is among the open postings, for people who choose. Every method runs in the caller's transaction. */
@ApplicationScoped
public class OpenBoard {

    private static final String CHOICES = """
            WITH now_open AS (
                SELECT organisation, contract, countries, languages FROM posting
                WHERE state = 'OPEN' AND (closes_at IS NULL OR closes_at > appel_now()))
            SELECT DISTINCT 'organisation' AS kind, organisation AS value FROM now_open
            UNION ALL SELECT DISTINCT 'contract', contract FROM now_open WHERE contract IS NOT NULL
            UNION ALL SELECT DISTINCT 'country', unnest(countries) FROM now_open
            UNION ALL SELECT DISTINCT 'language', unnest(languages) FROM now_open""";

    private final PostingRows rows;

    OpenBoard(PostingRows rows) {
        this.rows = rows;
    }

    /**
     * Values by which at least one open posting is found.
     *
     * @param organisations ids
     * @param countries ISO 3166-1 alpha-2
     * @param contracts types, as written
     * @param languages ISO 639-1
     */
    public record Choices(
            List<String> organisations, List<String> countries, List<String> contracts, List<String> languages) {}

    public Choices choices() {
        Map<String, List<String>> found = rows.getSession()
                .createNativeQuery(CHOICES, Tuple.class)
                .addScalar("kind", String.class)
                .addScalar("value", String.class)
                .getResultStream()
                .collect(groupingBy(
                        row -> row.get(0, String.class), mapping(row -> row.get(1, String.class), toList())));
        return new Choices(
                found.getOrDefault("organisation", List.of()),
                found.getOrDefault("country", List.of()),
                found.getOrDefault("contract", List.of()),
                found.getOrDefault("language", List.of()));
    }

    /**
     * How many postings there are on all pages together.
     *
     * @param query with the number beyond which nobody counts as its limit, and no page before
     */
    public int count(BoardQuery query) {
        var sql = new BoardSql(query);
        var counting = rows.getSession()
                .createNativeQuery(
                        "SELECT count(*) FROM (" + sql.text().replace("{p.*}", "p.id") + ") AS found", Long.class);
        sql.parameters().forEach(counting::setParameter);
        return Math.toIntExact(counting.getSingleResult());
    }
}
