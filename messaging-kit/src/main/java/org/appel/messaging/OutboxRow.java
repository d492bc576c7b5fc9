package org.appel.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** One event that is stored and not yet acknowledged by the broker. */
record OutboxRow(
        long id, UUID eventId, String topic, String key, String type, String subject, Instant time, byte[] payload) {

    static OutboxRow of(ResultSet row) throws SQLException {
        return new OutboxRow(
                row.getLong("id"),
                row.getObject("event_id", UUID.class),
                row.getString("topic"),
                row.getString("event_key"),
                row.getString("type"),
                row.getString("subject"),
                row.getObject("time", OffsetDateTime.class).toInstant(),
                row.getBytes("payload"));
    }
}
