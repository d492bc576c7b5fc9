package org.appel.postings.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.appel.postings.storage.BoardQuery.Filters;
import org.appel.postings.storage.BoardQuery.Position;
import org.appel.postings.storage.BoardQuery.Sort;
import org.appel.testing.RealInfrastructure;

import static org.appel.postings.HiringDesk.anOpenPosting;
import static org.appel.postings.HiringDesk.anOrganisation;
import static org.assertj.core.api.Assertions.assertThat;

/** Over twelve thousand postings no question of a reader may make PostgreSQL read them all, row by row. */
@QuarkusTest
@RealInfrastructure
class BoardPlansTest {

    private static final Instant SOON = Instant.parse("2198-06-01T00:00:00Z");

    private static final Pattern REMOVED = Pattern.compile("Rows Removed by (?:Filter|Index Recheck): (\\d+)");

    /** Of twelve thousand; a page that goes along its order until it is full passes some by. */
    private static final long MOST_LOOKED_AT_IN_VAIN = 3_000;

    /** Open ones and closed ones, all of one organisation; they are taken away again. */
    private static final String MANY = """
            INSERT INTO posting (id, organisation, state, ad, version, deadline_version, created_at, published_at,
                closes_at, closed_at, workload_percent, contract, countries, cities, languages, words, revision)
            SELECT gen_random_uuid(), organisation, CASE WHEN i % 6 = 0 THEN 'CLOSED' ELSE 'OPEN' END, ad, 1, 1, created_at,
                appel_now() - i * interval '1 minute',
                CASE WHEN i % 10 = 0 THEN NULL ELSE '2198-01-01'::timestamptz + i * interval '1 hour' END,
                CASE WHEN i % 6 = 0 THEN appel_now() END,
                20 + 20 * (i % 5), (ARRAY['fixed-term', 'permanent', 'consultancy', 'internship'])[1 + i % 4],
                ARRAY[(ARRAY['BE', 'CH', 'TN', 'LY', 'MA'])[1 + i % 5]], ARRAY['city' || i % 50],
                ARRAY[(ARRAY['fr', 'en', 'ar'])[1 + i % 3]],
                words || ' thema' || i % 200 || ' fach' || i % 7, 1
            FROM posting, generate_series(1, 12000) AS i WHERE id = ?""";

    private static final Filters NONE =
            new Filters(null, Set.of(), Set.of(), null, Set.of(), null, Set.of(), null, null, null);

    private static @Nullable String organisation;

    @Inject
    DataSource database;

    @BeforeEach
    void fill() throws SQLException {
        if (organisation == null) {
            organisation = anOrganisation();
            var model = anOpenPosting(organisation);
            try (var connection = database.getConnection();
                    var fill = connection.prepareStatement(MANY);
                    var statement = connection.createStatement()) {
                fill.setObject(1, model.id());
                fill.executeUpdate();
                statement.execute("VACUUM ANALYZE posting");
            }
        }
    }

    @AfterAll
    static void clear() throws SQLException {
        try (var connection = Arc.container().instance(DataSource.class).get().getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM posting WHERE words ~ ' thema[0-9]+ fach[0-9]$'");
        }
    }

    private interface Question {
        Filters filters(String organisation);
    }

    /** Each filter by itself, then some together. */
    enum Asked implements Question {
        NOTHING(_ -> NONE),
        WORDS(_ -> with("thema17", Set.of(), null, null)),
        FREQUENT_WORDS(_ -> with("fach3 civique", Set.of(), null, null)),
        WORDS_AND_TWO_FILTERS(_ -> with("thema17", Set.of("CH"), null, 80)),
        COUNTRY(_ -> with(null, Set.of("CH"), null, null)),
        COUNTRIES(_ -> with(null, Set.of("CH", "MA"), null, null)),
        CITY(_ -> with(null, Set.of(), "City17", null)),
        MIN_WORKLOAD(_ -> with(null, Set.of(), null, 80)),
        ORGANISATION(id -> new Filters(null, Set.of(id), Set.of(), null, Set.of(), null, Set.of(), null, null, null)),
        LANGUAGE(_ -> new Filters(null, Set.of(), Set.of(), null, Set.of("ar"), null, Set.of(), null, null, null)),
        CONTRACT(_ ->
                new Filters(null, Set.of(), Set.of(), null, Set.of(), null, Set.of("internship"), null, null, null)),
        CLOSES_AFTER(_ -> new Filters(null, Set.of(), Set.of(), null, Set.of(), null, Set.of(), SOON, null, null)),
        CLOSES_BEFORE(_ -> new Filters(null, Set.of(), Set.of(), null, Set.of(), null, Set.of(), null, SOON, null)),
        PUBLISHED_AFTER(_ -> new Filters(null, Set.of(), Set.of(), null, Set.of(), null, Set.of(), null, null, SOON));

        private final Question question;

        Asked(Question question) {
            this.question = question;
        }

        @Override
        public Filters filters(String organisation) {
            return question.filters(organisation);
        }

        private static Filters with(
                @Nullable String text, Set<String> countries, @Nullable String city, @Nullable Integer minWorkload) {
            return new Filters(text, Set.of(), countries, city, Set.of(), minWorkload, Set.of(), null, null, null);
        }
    }

    @ParameterizedTest
    @EnumSource(Asked.class)
    void each_page_in_each_order_is_found_by_an_index(Asked asked) throws SQLException {
        // Given
        var after = new Position(SOON.minusSeconds(100), UUID.randomUUID());
        var queries = new ArrayList<BoardSql>();
        for (var sort : Sort.values()) {
            queries.add(BoardSql.page(new BoardQuery(asked.filters(String.valueOf(organisation)), sort, null, 21)));
            queries.add(BoardSql.page(new BoardQuery(asked.filters(String.valueOf(organisation)), sort, after, 21)));
        }

        // When
        var plans = plans(queries);

        // Then
        assertThat(plans)
                .hasSize(4)
                .allSatisfy(plan -> assertThat(plan).contains("Index").doesNotContain("Seq Scan on posting"));
    }

    @ParameterizedTest
    @EnumSource(Asked.class)
    void what_is_counted_is_found_by_an_index(Asked asked) throws SQLException {
        // Given
        var query = BoardSql.facets(asked.filters(String.valueOf(organisation)), EnumSet.allOf(Facet.class));

        // When
        var plans = plans(List.of(query));

        // Then
        assertThat(plans)
                .hasSize(1)
                .allSatisfy(plan -> assertThat(plan).contains("Index").doesNotContain("Seq Scan on posting"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Asked.class,
            names = {"WORDS", "WORDS_AND_TWO_FILTERS", "CITY", "PUBLISHED_AFTER"})
    void what_few_postings_have_is_found_without_looking_at_the_others(Asked asked) throws SQLException {
        // Given
        var filters = asked.filters(String.valueOf(organisation));
        var queries = new ArrayList<BoardSql>();
        for (var sort : Sort.values()) {
            queries.add(BoardSql.page(new BoardQuery(filters, sort, null, 21)));
        }
        queries.add(BoardSql.facets(filters, EnumSet.allOf(Facet.class)));

        // When
        var plans = plans("EXPLAIN (ANALYZE, TIMING OFF) ", queries);

        // Then
        assertThat(plans)
                .hasSize(3)
                .allSatisfy(plan -> assertThat(removed(plan)).as(plan).isLessThan(MOST_LOOKED_AT_IN_VAIN));
    }

    /** Rows that were read and then thrown away. */
    private static long removed(String plan) {
        return REMOVED.matcher(plan)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    @Test
    void drafts_the_watch_and_the_state_of_the_board_are_found_by_an_index() throws SQLException {
        // Given
        var drafts = "SELECT id FROM posting WHERE state = 'DRAFT' AND organisation = 'x' ORDER BY id DESC LIMIT 21";
        var due =
                "SELECT id FROM posting WHERE state = 'OPEN' AND closes_at <= appel_now() ORDER BY closes_at LIMIT 100";

        try (var connection = database.getConnection()) {
            // When
            var plans = List.of(
                    plan(connection, "EXPLAIN " + drafts, List.of()),
                    plan(connection, "EXPLAIN " + due, List.of()),
                    plan(connection, "EXPLAIN " + BoardState.LOOK, List.of()));

            // Then
            assertThat(plans)
                    .allSatisfy(plan -> assertThat(plan).contains("Index").doesNotContain("Seq Scan on posting"));
        }
    }

    private List<String> plans(List<BoardSql> queries) throws SQLException {
        return plans("EXPLAIN ", queries);
    }

    private List<String> plans(String explain, List<BoardSql> queries) throws SQLException {
        try (var connection = database.getConnection()) {
            var plans = new ArrayList<String>();
            for (var query : queries) {
                plans.add(plan(connection, explain + query.text(), query.values()));
            }
            return plans;
        }
    }

    private static String plan(Connection connection, String sql, List<Object> values) throws SQLException {
        try (var explain = connection.prepareStatement(sql)) {
            int place = 1;
            for (var value : values) {
                explain.setObject(
                        place++, value instanceof String[] texts ? connection.createArrayOf("text", texts) : value);
            }
            var plan = new StringBuilder();
            try (var rows = explain.executeQuery()) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }
}
