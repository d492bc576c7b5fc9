-- Events that are true and not yet on Kafka. A row is deleted when the broker has acknowledged it.
CREATE TABLE outbox (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id  uuid        NOT NULL,
    topic     text        NOT NULL,
    event_key text        NOT NULL,
    type      text        NOT NULL,
    subject   text,
    time      timestamptz NOT NULL,
    payload   bytea       NOT NULL,
    lane      smallint GENERATED ALWAYS AS (hashtext(event_key) & 7) STORED
);
CREATE INDEX outbox_lane ON outbox (lane, id);

-- Every row is written and deleted within moments: vacuum by count, not by share, and without pauses.
ALTER TABLE outbox SET (
    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0
);
