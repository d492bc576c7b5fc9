-- Where job boards want to be told of changes. `place` is the last entry of the change log that was looked at for it.
CREATE TABLE webhook (
    id              uuid PRIMARY KEY,
    client          text        NOT NULL,
    url             text        NOT NULL,
    events          text[]      NOT NULL,
    organisations   text[]      NOT NULL,
    state           text        NOT NULL CHECK (state IN ('ACTIVE', 'DISABLED')),
    disabled_at     timestamptz,
    disabled_reason text,
    secret          bytea       NOT NULL,
    previous_secret bytea,
    previous_until  timestamptz,
    place           bigint      NOT NULL,
    failing_since   timestamptz,
    resting_until   timestamptz,
    created_at      timestamptz NOT NULL,
    revision        bigint      NOT NULL
);
CREATE INDEX webhook_client ON webhook (client, id);

-- One message to one webhook; its id is the same over all attempts. Without `seq` it is a test. `tries` are the attempts
-- since it was begun or asked for again, `attempts` all there were.
CREATE TABLE webhook_delivery (
    id           uuid PRIMARY KEY,
    webhook      uuid        NOT NULL REFERENCES webhook ON DELETE CASCADE,
    seq          bigint,
    type         text        NOT NULL,
    state        text        NOT NULL CHECK (state IN ('PENDING', 'DELIVERED', 'FAILED')),
    attempts     integer     NOT NULL,
    tries        integer     NOT NULL,
    due_at       timestamptz NOT NULL,
    leased_until timestamptz,
    created_at   timestamptz NOT NULL,
    ended_at     timestamptz
);
CREATE UNIQUE INDEX webhook_delivery_seq ON webhook_delivery (webhook, seq);
CREATE INDEX webhook_delivery_due ON webhook_delivery (webhook, due_at, seq) WHERE state = 'PENDING';
CREATE INDEX webhook_delivery_busy ON webhook_delivery (webhook, leased_until) WHERE leased_until IS NOT NULL;
CREATE INDEX webhook_delivery_log ON webhook_delivery (webhook, created_at DESC, id DESC);
CREATE INDEX webhook_delivery_ended ON webhook_delivery (ended_at) WHERE ended_at IS NOT NULL;
-- Written and changed within moments, and deleted after weeks.
ALTER TABLE webhook_delivery SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);

-- What came of each attempt: a status, or why there was none.
CREATE TABLE webhook_attempt (
    delivery    uuid        NOT NULL REFERENCES webhook_delivery ON DELETE CASCADE,
    number      integer     NOT NULL,
    at          timestamptz NOT NULL,
    status      integer,
    millis      integer     NOT NULL,
    problem     text,
    PRIMARY KEY (delivery, number)
);
