package org.appel.postings.storage;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.appel.testing.RealInfrastructure;

import static org.assertj.core.api.Assertions.assertThat;

/** An installation that ran before there was a log finds everything in it that has happened. */
@QuarkusTest
@RealInfrastructure
class ChangeLogMigrationTest {

    private static final String SCHEMA = "before_the_log";
    private static final String LAST_BEFORE = "101";
    private static final String FIRST_WITH = "106";

    private static final String A = "00000000-0000-0000-0000-00000000000a";
    private static final String B = "00000000-0000-0000-0000-00000000000b";

    @Inject
    DataSource database;

    @AfterEach
    void dropTheSchema() throws SQLException {
        run("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
    }

    @Test
    void what_happened_before_there_was_a_log_is_in_it_in_its_order() throws SQLException {
        // Given
        migrate(LAST_BEFORE);
        run("INSERT INTO organisation VALUES ('omct', 'OMCT', '{}', 'fr', '{}', 'CH', 'Europe/Zurich', 0)");
        posting(A, "OPEN", 3, 2);
        posting(B, "WITHDRAWN", 2, 1);
        version(A, 1, "PUBLICATION", 1, "2025-01-01");
        version(B, 1, "PUBLICATION", 1, "2025-01-02");
        version(A, 2, "AMENDMENT", 1, "2025-01-03");
        version(B, 2, "WITHDRAWAL", 1, "2025-01-06");
        version(A, 3, "REOPENED", 2, "2025-01-05");
        run("INSERT INTO deadline_fired VALUES ('" + A + "', 1, '2025-01-04', '2025-01-04 00:00:01+00')");

        // When
        migrate(FIRST_WITH);

        // Then
        assertThat(rows("SELECT seq, right(posting::text, 1), version, kind, closes_at IS NOT NULL AND kind = 'CLOSED'"
                        + " FROM " + SCHEMA + ".posting_change ORDER BY seq"))
                .containsExactly(
                        "1 a 1 PUBLISHED f",
                        "2 b 1 PUBLISHED f",
                        "3 a 2 AMENDED f",
                        "4 a 2 CLOSED t",
                        "5 a 3 REOPENED f",
                        "6 b 2 WITHDRAWN f");
        assertThat(rows("SELECT seq FROM " + SCHEMA + ".posting_change_head")).containsExactly("6");
    }

    @Test
    void the_entries_of_one_posting_never_change_places_and_none_is_without_a_version() throws SQLException {
        // Given
        migrate(LAST_BEFORE);
        run("INSERT INTO organisation VALUES ('omct', 'OMCT', '{}', 'fr', '{}', 'CH', 'Europe/Zurich', 0)");
        posting(A, "OPEN", 3, 1);
        posting(B, "CLOSED", 4, 1);
        version(A, 1, "PUBLICATION", 1, "2025-01-03");
        version(A, 2, "AMENDMENT", 1, "2025-01-02");
        version(A, 3, "AMENDMENT", 1, "2025-01-05");
        run("INSERT INTO deadline_fired VALUES ('" + B + "', 1, '2025-01-04', '2025-01-04 00:00:01+00')");

        // When
        migrate(FIRST_WITH);

        // Then
        assertThat(rows("SELECT seq, right(posting::text, 1), version, kind FROM " + SCHEMA
                        + ".posting_change ORDER BY seq"))
                .containsExactly("1 a 1 PUBLISHED", "2 a 2 AMENDED", "3 b 4 CLOSED", "4 a 3 AMENDED");
    }

    @Test
    void a_new_installation_begins_with_an_empty_log() throws SQLException {
        // When
        migrate(FIRST_WITH);

        // Then
        assertThat(rows("SELECT seq FROM " + SCHEMA + ".posting_change_head")).containsExactly("0");
    }

    private void migrate(String version) {
        Flyway.configure(ChangeLogMigrationTest.class.getClassLoader())
                .dataSource(database)
                .locations("db/kit", "db/migration")
                .schemas(SCHEMA)
                .outOfOrder(true)
                .target(version)
                .load()
                .migrate();
    }

    private void posting(String id, String state, int version, int deadlineVersion) throws SQLException {
        run("""
                INSERT INTO posting (id, organisation, state, ad, version, deadline_version, created_at, published_at,
                    closes_at, countries, cities, languages, words, revision)
                VALUES ('%s', 'omct', '%s', '{}', %d, %d, '2025-01-01', '2025-01-01', '2025-01-04', '{}', '{}', '{}', '', 0)""".formatted(id, state, version, deadlineVersion));
    }

    private void version(String id, int version, String change, int deadlineVersion, String at) throws SQLException {
        run("INSERT INTO posting_version VALUES ('%s', %d, '%s', '{}', %d, '2025-01-04', '%s')"
                .formatted(id, version, change, deadlineVersion, at));
    }

    /** In the schema of this test. */
    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET search_path = " + SCHEMA);
            try {
                statement.execute(sql);
            } finally {
                statement.execute("RESET search_path");
            }
        }
    }

    /** Each row as its columns with blanks between them. */
    private List<String> rows(String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                var columns = new ArrayList<String>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    columns.add(rows.getString(i));
                }
                found.add(String.join(" ", columns));
            }
        }
        return found;
    }
}
