-- The events that took effect here, noted in the transaction of their effect.
CREATE TABLE inbox (
    source   text        NOT NULL,
    event_id text        NOT NULL,
    topic    text        NOT NULL,
    noted_at timestamptz NOT NULL DEFAULT appel_now(),
    PRIMARY KEY (event_id, source)
);
