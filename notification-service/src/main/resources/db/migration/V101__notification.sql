-- The mails that are owed. No address, no name and no text: who gets it and what it says is asked for when it is sent.
CREATE TABLE notification (
    id                   uuid PRIMARY KEY,
    kind                 text        NOT NULL CHECK (kind IN ('acknowledgement', 'hr-notice', 'hr-summary')),
    event_id             uuid        NOT NULL,
    posting_id           uuid        NOT NULL,
    organisation         text        NOT NULL,
    application_id       uuid,
    application_revision integer,
    application_number   integer,
    door                 text,
    language             text,
    occurred_at          timestamptz NOT NULL,
    applications         integer,
    counts               jsonb,
    state                text        NOT NULL DEFAULT 'waiting'
                         CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'suppressed')),
    erased               boolean     NOT NULL DEFAULT false,
    claims               integer     NOT NULL DEFAULT 0,
    attempts             integer     NOT NULL DEFAULT 0,
    refusals             integer     NOT NULL DEFAULT 0,
    refused_since        timestamptz,
    postponements        integer     NOT NULL DEFAULT 0,
    next_attempt_at      timestamptz NOT NULL DEFAULT appel_now(),
    lease_until          timestamptz,
    last_problem         text,
    reason               text,
    message_id           text        NOT NULL,
    created_at           timestamptz NOT NULL DEFAULT appel_now(),
    sent_at              timestamptz,
    UNIQUE (event_id, kind),
    CHECK ((kind = 'hr-summary') = (application_id IS NULL)),
    CHECK ((application_id IS NULL) = (application_revision IS NULL)),
    CHECK ((kind = 'hr-summary') = (counts IS NOT NULL)),
    CHECK ((state = 'sending') = (lease_until IS NOT NULL)),
    CHECK ((state IN ('failed', 'suppressed')) = (reason IS NOT NULL))
);

-- What a sender looks for: few rows, whatever the history's length.
CREATE INDEX notification_due ON notification (next_attempt_at, id) WHERE state IN ('waiting', 'sending');
-- The mails of one application go out in order; the API filters by application and by posting, newest first.
CREATE INDEX notification_application ON notification (application_id, kind, application_revision);
CREATE INDEX notification_posting ON notification (posting_id, id);
CREATE INDEX notification_organisation ON notification (organisation, id);

-- A row is written some four times within moments: vacuum by count and leave room for updates in place.
ALTER TABLE notification SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);

-- Which application of its posting the last one was: gives HR's notices their running number.
CREATE TABLE application_number (
    posting_id uuid PRIMARY KEY,
    last       integer NOT NULL
);
