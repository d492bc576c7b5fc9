package org.appel.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;

/**
 * Hands out the outbox's rows so that, over any number of replicas, the rows of one key go out in the order of their
 * ids, and a row is deleted only after the broker has acknowledged it.
 *
 * <p>The keys are spread over eight lanes. A batch first takes transaction-scoped advisory locks on lanes, in a
 * statement of its own, and only then selects: the statement that reads has a snapshot younger than the lock, so rows
 * that another replica sent and deleted are not seen again. Locks in the selecting statement, or {@code SKIP LOCKED}
 * without lanes, lose the order.
 *
 * <p>For one thread: each relay has its own.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">Advisory locks</a>
 */
final class OutboxBatches {

    /** As many as the outbox's generated column {@code lane} has values. */
    static final int LANES = 8;

    /** Fewer rows are acknowledged so soon that another relay need not have lanes of its own meanwhile. */
    static final int MANY = 100;

    /** Class of the advisory locks, so that they meet no other use: "outb" in ASCII. */
    static final int LOCK_CLASS = 0x6f757462;

    /** The order has each lane looked up by its index; else the planner, who knows the table as empty, reads all of it. */
    static final String LANES_WITH_ROWS = """
            SELECT series.lane FROM generate_series(0, %d) AS series (lane),
                LATERAL (SELECT id FROM outbox WHERE outbox.lane = series.lane ORDER BY id LIMIT 1) AS first""".formatted(LANES - 1);

    private static final String CLAIM = """
            SELECT lane FROM unnest(?::int[]) AS wanted (lane)
            WHERE pg_try_advisory_xact_lock(%d, lane) LIMIT ?""".formatted(LOCK_CLASS);
    /** The order of the ids over all lanes, and of each lane no more than is taken: each is read by its index as far as needed. */
    static final String SELECT = "SELECT * FROM ("
            + String.join(" UNION ALL ", Collections.nCopies(LANES, """
                    (SELECT id, event_id, topic, event_key, type, subject, time, payload
                    FROM outbox WHERE lane = ? ORDER BY id LIMIT ?)"""))
            + ") AS waiting ORDER BY id LIMIT ?";

    /**
     * All that this transaction does is to take out what was sent. If the database dies before that is on its disk, the rows are
     * sent once more, as after any crash; so it need not wait for the disk, nor make others wait.
     */
    private static final String NEED_NOT_LAST = "SET LOCAL synchronous_commit = off";

    private static final int NO_LANE = -1;
    static final String DELETE = "DELETE FROM outbox WHERE id = ANY (?)";

    private final DataSource dataSource;
    private final int batch;
    private int lastBatch;

    OutboxBatches(DataSource dataSource, int batch) {
        this.dataSource = dataSource;
        this.batch = batch;
    }

    /** Sends rows and returns only when all are acknowledged. */
    @FunctionalInterface
    interface Delivery {
        void deliver(List<OutboxRow> rows) throws OutboxSender.BrokerTrouble;
    }

    /**
     * @param sent how many rows
     * @param more whether rows may be left: the batch was full, or lanes with rows were left to another relay or in its hands
     */
    record Relayed(int sent, boolean more) {}

    /** Delivers the next rows that no other replica is delivering. */
    Relayed relay(Delivery delivery) throws SQLException, OutboxSender.BrokerTrouble {
        try (var connection = dataSource.getConnection()) {
            var lanes = lanesWithRows(connection);
            if (lanes.isEmpty()) {
                return new Relayed(0, false);
            }
            connection.setAutoCommit(false);
            try {
                var relayed = relayIn(connection, lanes, delivery);
                connection.commit();
                return relayed;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private Relayed relayIn(Connection connection, List<Integer> lanes, Delivery delivery)
            throws SQLException, OutboxSender.BrokerTrouble {
        try (var statement = connection.createStatement()) {
            statement.execute(QueuePlans.BY_INDEXES + "; " + NEED_NOT_LAST);
        }
        var claimed = claim(connection, lanes);
        if (claimed.isEmpty()) {
            return new Relayed(0, true);
        }
        var rows = select(connection, claimed);
        if (!rows.isEmpty()) {
            delivery.deliver(rows);
            delete(connection, rows);
        }
        lastBatch = rows.size();
        return new Relayed(rows.size(), rows.size() == batch || claimed.size() < lanes.size());
    }

    private static List<Integer> lanesWithRows(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(LANES_WITH_ROWS)) {
            return lanes(query);
        }
    }

    /**
     * While there is much to send half of the lanes at most, at random: the other half is for a relay that works while this one
     * waits for acks.
     */
    private List<Integer> claim(Connection connection, List<Integer> lanes) throws SQLException {
        Collections.shuffle(lanes);
        try (var query = connection.prepareStatement(CLAIM)) {
            query.setArray(1, connection.createArrayOf("int4", lanes.toArray()));
            query.setInt(2, lastBatch < Math.min(MANY, batch) ? lanes.size() : (lanes.size() + 1) / 2);
            return lanes(query);
        }
    }

    private static List<Integer> lanes(PreparedStatement query) throws SQLException {
        var lanes = new ArrayList<Integer>();
        try (var rows = query.executeQuery()) {
            while (rows.next()) {
                lanes.add(rows.getInt(1));
            }
        }
        return lanes;
    }

    private List<OutboxRow> select(Connection connection, List<Integer> lanes) throws SQLException {
        var rows = new ArrayList<OutboxRow>();
        try (var query = connection.prepareStatement(SELECT)) {
            for (int i = 0; i < LANES; i++) {
                query.setInt(1 + 2 * i, i < lanes.size() ? lanes.get(i) : NO_LANE);
                query.setInt(2 + 2 * i, batch);
            }
            query.setInt(1 + 2 * LANES, batch);
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    rows.add(OutboxRow.of(found));
                }
            }
        }
        return rows;
    }

    private static void delete(Connection connection, List<OutboxRow> rows) throws SQLException {
        try (var delete = connection.prepareStatement(DELETE)) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "int8", rows.stream().map(OutboxRow::id).toArray()));
            delete.executeUpdate();
        }
    }
}
