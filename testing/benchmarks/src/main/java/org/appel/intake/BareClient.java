package org.appel.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

import org.appel.launcher.embedded.EmbeddedDatabase;
import org.appel.load.Load;

/**
 * What the database alone can do: begin, a row for the application, one for its document if it has one, one for the
 * event, commit; with the bytes that an application writes, and no work beside.
 */
final class BareClient implements Load.Client {

    /** What an application's row, its sealed person and its wrapped keys come to. */
    private static final byte[] ROW = new byte[700];

    private static final byte[] EVENT = new byte[400];

    private final Connection connection;
    private final PreparedStatement application;
    private final PreparedStatement document;
    private final PreparedStatement event;
    private final byte[] cv;

    BareClient(EmbeddedDatabase database, byte[] cv) throws SQLException {
        this.connection = database.connect("bare");
        connection.setAutoCommit(false);
        this.application = connection.prepareStatement("INSERT INTO application VALUES (?, ?, ?)");
        this.document = connection.prepareStatement("INSERT INTO document VALUES (?, ?)");
        this.event = connection.prepareStatement("INSERT INTO outbox (event_id, event_key, payload) VALUES (?, ?, ?)");
        this.cv = cv;
    }

    static void createTables(EmbeddedDatabase database) throws SQLException {
        try (var connection = database.connect("bare");
                var statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE application (id uuid PRIMARY KEY, posting_id uuid NOT NULL, sealed bytea NOT NULL);
                    CREATE INDEX ON application (posting_id, id);
                    CREATE TABLE document (id uuid PRIMARY KEY, sealed bytea NOT NULL);
                    ALTER TABLE document ALTER COLUMN sealed SET STORAGE EXTERNAL;
                    CREATE TABLE outbox (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, event_id uuid NOT NULL,
                                         event_key text NOT NULL, payload bytea NOT NULL)""");
        }
    }

    @Override
    public void once() throws SQLException {
        var id = UUID.randomUUID();
        application.setObject(1, id);
        application.setObject(2, id);
        application.setBytes(3, ROW);
        application.executeUpdate();
        if (cv.length > 0) {
            document.setObject(1, id);
            document.setBytes(2, cv);
            document.executeUpdate();
        }
        event.setObject(1, id);
        event.setString(2, id.toString());
        event.setBytes(3, EVENT);
        event.executeUpdate();
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
