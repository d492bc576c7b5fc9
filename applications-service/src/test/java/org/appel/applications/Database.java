package org.appel.applications;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

import org.appel.testing.Infrastructure;

/** Looks into the service's database from outside. */
public final class Database {
    private Database() {}

    /** Tables with a row that shows the text anywhere, in clear or as the bytes of a binary column. */
    public static List<String> tablesThatShow(String text) {
        var hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        return rows("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'").stream()
                .filter(table -> rows("SELECT t::text FROM " + table + " t").stream()
                        .map(row -> row.toLowerCase(Locale.ROOT))
                        .anyMatch(row -> row.contains(text.toLowerCase(Locale.ROOT)) || row.contains(hex)))
                .toList();
    }

    /** Moves the clock that all services follow; by {@code 0} back to where it was. */
    public static void moveClock(String interval) {
        rows("UPDATE clock_shift SET shift = '" + interval + "' RETURNING shift");
    }

    /** Meddles with it: for what takes long to come about, or must never. */
    public static int update(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Any statement. */
    public static void run(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of each row. */
    public static List<String> rows(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var read = new ArrayList<String>();
            while (rows.next()) {
                read.add(String.valueOf(rows.getString(1)));
            }
            return read;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** For what takes more than one statement; whoever asks closes it. */
    public static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                Infrastructure.jdbcUrl(), Infrastructure.databaseUser(), Infrastructure.databasePassword());
    }
}
