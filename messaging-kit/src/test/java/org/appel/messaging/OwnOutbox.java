package org.appel.messaging;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;

import org.appel.testing.Infrastructure;

/** An outbox of a test's own, on a connection that hides the one which all relays work on; the lanes' locks are everybody's. */
final class OwnOutbox implements AutoCloseable {

    private final Connection connection = connection();
    private final Queue<Long> looks = new ConcurrentLinkedQueue<>();

    OwnOutbox() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TEMP TABLE outbox (LIKE outbox INCLUDING ALL)");
        }
    }

    static Connection connection() throws SQLException {
        return DriverManager.getConnection(
                Infrastructure.jdbcUrl(), Infrastructure.databaseUser(), Infrastructure.databasePassword());
    }

    /** Gives the same connection each time, and does not close it. */
    DataSource dataSource() {
        var open = proxy(Connection.class, (_, method, arguments) -> {
            try {
                return method.getName().equals("close") ? null : method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
        return proxy(DataSource.class, (_, _, _) -> {
            looks.add(System.nanoTime());
            return open;
        });
    }

    /** When a connection was asked for. */
    Queue<Long> looks() {
        return looks;
    }

    /** So many rows whose keys begin with this, and are spread over all lanes if they are dozens. */
    void insert(String keys, int rows) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO outbox (event_id, topic, event_key, type, subject, time, payload)
                SELECT gen_random_uuid(), 'told', ? || number, 'test', 'subject', now(), 'x'::bytea
                FROM generate_series(1, ?) AS numbers (number)""")) {
            insert.setString(1, keys);
            insert.setInt(2, rows);
            insert.executeUpdate();
        }
    }

    /** What PostgreSQL's setting is at this moment, in the transaction in hand if there is one. */
    String setting(String name) {
        try (var query = connection.prepareStatement("SELECT current_setting(?)")) {
            query.setString(1, name);
            try (var answer = query.executeQuery()) {
                answer.next();
                return answer.getString(1);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(OwnOutbox.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
