package org.appel.applications.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

/**
 * Statements where each round trip counts, in the current transaction if there is one. What is read and changed at a
 * person's pace goes through Panache.
 */
@ApplicationScoped
class Sql {
    private static final String UNIQUE_VIOLATION = "23505";

    private final DataSource dataSource;

    Sql(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Sets the parameters of a statement. */
    interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    /** Reads the row on which the result set stands. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> list(String sql, Parameters parameters, RowReader<T> reader) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
            try (var rows = statement.executeQuery()) {
                var read = new ArrayList<T>();
                while (rows.next()) {
                    read.add(reader.read(rows));
                }
                return read;
            }
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    <T> Optional<T> first(String sql, Parameters parameters, RowReader<T> reader) {
        return list(sql, parameters, reader).stream().findFirst();
    }

    /**
     * @return the number of rows changed
     * @throws TakenMeanwhile if a unique value is there already
     */
    int update(String sql, Parameters parameters) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    /** One statement for each item, in one round trip. */
    <T> void updateEach(String sql, List<T> items, ItemParameters<T> parameters) {
        if (items.isEmpty()) {
            return;
        }
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (T item : items) {
                parameters.set(statement, item);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    /**
     * The same statement many times, some in one round trip.
     *
     * @param atOnce how many go together, and are held in memory until they do
     */
    Batch batch(String sql, int atOnce) {
        try {
            var connection = dataSource.getConnection();
            try {
                return new Batch(connection, connection.prepareStatement(sql), atOnce);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    /** Statements that wait for their round trip; what was not flushed when it is closed is not carried out. */
    static final class Batch implements AutoCloseable {
        private final Connection connection;
        private final PreparedStatement statement;
        private final int atOnce;
        private int waiting;

        private Batch(Connection connection, PreparedStatement statement, int atOnce) {
            this.connection = connection;
            this.statement = statement;
            this.atOnce = atOnce;
        }

        void add(Parameters parameters) {
            try {
                parameters.set(statement);
                statement.addBatch();
            } catch (SQLException e) {
                throw fault(e);
            }
            if (++waiting == atOnce) {
                flush();
            }
        }

        void flush() {
            if (waiting == 0) {
                return;
            }
            try {
                statement.executeBatch();
                waiting = 0;
            } catch (SQLException e) {
                throw fault(e);
            }
        }

        @Override
        public void close() {
            try (connection;
                    statement) {
                waiting = 0;
            } catch (SQLException e) {
                throw fault(e);
            }
        }
    }

    /** Sets the parameters of a statement for one item. */
    interface ItemParameters<T> {
        void set(PreparedStatement statement, T item) throws SQLException;
    }

    static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static RuntimeException fault(SQLException e) {
        return UNIQUE_VIOLATION.equals(e.getSQLState())
                ? new TakenMeanwhile()
                : new IllegalStateException("A statement failed", e);
    }
}
