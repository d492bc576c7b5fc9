package org.appel.running;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.appel.launcher.process.Service;

/**
 * Every row of every table, and every mail, to compare two moments.
 *
 * @param rows by {@code database.table}, in an order that does not depend on when they were written
 * @param mails Message-IDs of all that lies in a mailbox, repeated ones as often as they are there
 */
public record Dump(Map<String, List<String>> rows, List<String> mails) {

    /** How far a mailbox was read is noted again and again, and the outbox is empty whenever all is sent. */
    private static final Set<String> MOVING = Set.of("mailbox_folder", "outbox");

    public static Dump now() {
        var rows = new TreeMap<String, List<String>>();
        for (var service : Service.values()) {
            try (var connection = RunningAppel.appel().database().connect(service.database())) {
                for (var table : column(
                        connection,
                        "SELECT table_name FROM information_schema.tables"
                                + " WHERE table_schema = 'public' AND table_type = 'BASE TABLE'")) {
                    if (!MOVING.contains(table)) {
                        rows.put(
                                service.database() + "." + table,
                                column(
                                        connection,
                                        "SELECT md5(t::text) FROM \"" + table + "\" t ORDER BY t::text COLLATE \"C\""));
                    }
                }
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }
        return new Dump(
                rows,
                RunningAppel.appel().mail().messages().stream()
                        .map(mail -> String.valueOf(mail.messageId()))
                        .sorted()
                        .toList());
    }

    private static List<String> column(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            var column = new ArrayList<String>();
            while (result.next()) {
                column.add(result.getString(1));
            }
            return column;
        }
    }
}
