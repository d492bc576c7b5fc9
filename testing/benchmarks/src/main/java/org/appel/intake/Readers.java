package org.appel.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.appel.launcher.embedded.EmbeddedDatabase;
import org.appel.launcher.process.Service;

/** What the notification-service has read of a posting's applications, looked into from behind. */
final class Readers {
    private static final Duration A_MOMENT = Duration.ofMillis(20);

    private static final String READ =
            "SELECT coalesce(max(last), 0) FROM application_number WHERE posting_id = ?::uuid";

    private static final String OWED_NO_MORE = """
            WITH owed AS (DELETE FROM notification WHERE state = 'waiting' AND posting_id = ?::uuid RETURNING 1)
            SELECT count(*) FROM owed""";

    private static final String DELAY = """
            SELECT 1000 * percentile_cont(?) WITHIN GROUP (ORDER BY extract(epoch FROM created_at - occurred_at))
            FROM notification WHERE kind = 'hr-notice' AND application_number > ? AND posting_id = ?::uuid""";

    private final EmbeddedDatabase database;
    private final String posting;
    private long before;

    Readers(EmbeddedDatabase database, String posting) {
        this.database = database;
        this.posting = posting;
    }

    /**
     * Returns when every application has been read. The mails that are owed then are taken away, and both databases are vacuumed:
     * mails would be sent for an hour, and rows cleared for minutes, into what is measured next.
     */
    void catchUp() throws SQLException {
        try (var applications = database.connect(Service.APPLICATIONS.database());
                var notifications = database.connect(Service.NOTIFICATION.database())) {
            long arrived = number(applications, "SELECT count(*) FROM application WHERE posting_id = ?::uuid");
            for (before = 0; before < arrived; before = number(notifications, READ)) {
                LockSupport.parkNanos(A_MOMENT.toNanos());
            }
            number(notifications, OWED_NO_MORE);
            vacuum(applications);
            vacuum(notifications);
        }
    }

    /** From the receipt of an application, before its commit, to its reader's transaction: of all since the readers caught up. */
    double delayInMillis(double share) throws SQLException {
        try (var notifications = database.connect(Service.NOTIFICATION.database());
                var query = notifications.prepareStatement(DELAY)) {
            query.setDouble(1, share);
            query.setLong(2, before);
            query.setString(3, posting);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getDouble(1);
            }
        }
    }

    private static void vacuum(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE");
        }
    }

    private long number(Connection connection, String sql) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, posting);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
