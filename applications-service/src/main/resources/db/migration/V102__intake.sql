-- The ledger: one row for everything that arrived for a known posting. Never personal, never deleted.
CREATE TABLE arrival (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    posting_id     uuid        NOT NULL,
    arrived_at     timestamptz NOT NULL,
    door           text        NOT NULL CHECK (door IN ('api', 'mail')),
    outcome        text        NOT NULL CHECK (outcome IN ('accepted', 'updated', 'duplicate', 'refused')),
    reason         text        CHECK ((reason IS NOT NULL) = (outcome = 'refused')),
    application_id uuid,
    revision       integer
);
CREATE INDEX arrival_of_posting ON arrival (posting_id, outcome, reason);
CREATE INDEX arrival_of_application ON arrival (application_id) WHERE application_id IS NOT NULL;

-- Answers by idempotency key, in the transaction of what was answered. Key and payload are keyed hashes. Of an erased
-- application only the key stays, so that a late repetition does not bring it back.
CREATE TABLE answered_request (
    key_index      bytea PRIMARY KEY,
    fingerprint    bytea,
    application_id uuid        NOT NULL,
    received_at    timestamptz,
    stage          text,
    revision       integer,
    answered_at    timestamptz NOT NULL
);
CREATE INDEX answered_request_of_application ON answered_request (application_id);
CREATE INDEX answered_request_age ON answered_request (answered_at);

-- What became of the acknowledgement of each revision, from the topic `notifications`.
CREATE TABLE acknowledgement (
    application_id uuid    NOT NULL,
    revision       integer NOT NULL,
    posting_id     uuid    NOT NULL,
    sent           boolean NOT NULL,
    reason         text    CHECK ((reason IS NULL) = sent),
    told_at        timestamptz NOT NULL,
    PRIMARY KEY (application_id, revision)
);
CREATE INDEX acknowledgement_of_posting ON acknowledgement (posting_id);
