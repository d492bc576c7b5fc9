-- Postings that their teams want on ReliefWeb, and how far each is. ReliefWeb cannot be asked, so what it answered is
-- kept here.
CREATE TABLE reliefweb_posting (
    posting               uuid PRIMARY KEY REFERENCES posting,
    settings              jsonb   NOT NULL,
    settings_version      integer NOT NULL,
    listed                boolean NOT NULL,
    -- Its name there is made of this address, and must stay.
    url                   text    NOT NULL,
    state                 text    NOT NULL
        CHECK (state IN ('WAITING', 'INCOMPLETE', 'QUEUED', 'PROCESSED', 'REFUSED', 'CLOSED')),
    -- Of the document that was accepted last.
    accepted_hash         text,
    -- Whether something was sent of which no answer is known: it may stand there.
    maybe_there           boolean NOT NULL,
    -- The document that was accepted last; while none was, the one that was sent last. With it the job can be closed
    -- there, whatever the posting lacks by then.
    document              text,
    pending               boolean NOT NULL,
    -- What was looked at last: others than these have to be looked at.
    posting_revision      bigint  NOT NULL,
    organisation_revision bigint  NOT NULL,
    attempts              integer NOT NULL,
    next_attempt_at       timestamptz NOT NULL,
    lease_until           timestamptz,
    last_status           integer,
    last_answer           text,
    last_sent_at          timestamptz
);
CREATE INDEX reliefweb_posting_next ON reliefweb_posting (next_attempt_at);

-- How often all replicas together have sent, and until when none may.
CREATE TABLE reliefweb_traffic (
    only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    day        date        NOT NULL,
    sent       integer     NOT NULL,
    hold_until timestamptz NOT NULL
);
INSERT INTO reliefweb_traffic (day, sent, hold_until) VALUES ('2000-01-01', 0, '2000-01-01');
