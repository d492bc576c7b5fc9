package org.appel.messaging;

import java.sql.Connection;
import java.sql.SQLException;

/** Makes forgetting a key and keeping a dead letter of that key wait for each other, until the transaction ends. */
final class KeyLock {

    private KeyLock() {}

    static void take(Connection connection, String key) throws SQLException {
        try (var lock =
                connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtextextended('dead-letter:' || ?, 0))")) {
            lock.setString(1, key);
            lock.execute();
        }
    }
}
