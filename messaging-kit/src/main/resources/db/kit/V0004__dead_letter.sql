-- Records that could not be processed, with the reason; replayed_at is set when a replay succeeded.
CREATE TABLE dead_letter (
    id               uuid PRIMARY KEY,
    topic            text        NOT NULL,
    record_partition integer     NOT NULL,
    record_offset    bigint      NOT NULL,
    event_key        text,
    headers          jsonb       NOT NULL,
    payload          bytea,
    reason           text        NOT NULL,
    arrived_at       timestamptz NOT NULL DEFAULT appel_now(),
    attempts         integer     NOT NULL DEFAULT 0,
    replayed_at      timestamptz,
    UNIQUE (topic, record_partition, record_offset)
);
