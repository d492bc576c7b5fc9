package org.appel.launcher.embedded;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedDatabaseTest {

    private static final String SUPERUSER_PASSWORD = "only-for-this-test";

    @TempDir
    private Path directory;

    private EmbeddedDatabase database;

    @BeforeEach
    void start() {
        database = new EmbeddedDatabase(directory.resolve("database"), 0, SUPERUSER_PASSWORD);
        database.start();
        database.createDatabase("postings", "postings", "first");
    }

    @AfterEach
    void stop() {
        database.stop();
    }

    @Test
    void a_user_enters_the_own_database_with_the_password_and_nobody_without_it() throws SQLException {
        // When
        var count = execute("CREATE TABLE note (text varchar)", "first");

        // Then
        assertThat(count).isZero();
        assertThatThrownBy(() -> execute("SELECT 1", "wrong")).isInstanceOf(SQLException.class);
    }

    @Test
    void what_was_committed_outlasts_a_crash() throws SQLException {
        // Given
        execute("CREATE TABLE note (text varchar)", "first");
        execute("INSERT INTO note VALUES ('kept')", "first");

        // When
        database.crash();
        database.start();

        // Then
        assertThat(execute("DELETE FROM note", "first")).isEqualTo(1);
    }

    @Test
    void a_server_that_a_killed_launcher_left_behind_makes_room_for_the_next() throws SQLException {
        // Given
        execute("CREATE TABLE note (text varchar)", "first");
        var next = new EmbeddedDatabase(directory.resolve("database"), database.port(), SUPERUSER_PASSWORD);

        // When
        EmbeddedDatabase.stopWhatWasLeft(directory.resolve("database"));

        // Then
        assertThat(Ports.isFree(next.port())).isTrue();
        assertThat(new Postmaster(directory.resolve("database")).process()).isEmpty();
    }

    @Test
    void making_a_database_again_keeps_it_and_sets_the_password() throws SQLException {
        // Given
        execute("CREATE TABLE note (text varchar)", "first");

        // When
        database.createDatabase("postings", "postings", "second");

        // Then
        assertThat(execute("DELETE FROM note", "second")).isZero();
    }

    private int execute(String sql, String password) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl("postings"), "postings", password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
            return Math.max(0, statement.getUpdateCount());
        }
    }
}
