-- The service's own copy of the postings, from the topic `postings`. No other table refers to it by a foreign key:
-- it may be emptied and read anew from the topic's beginning while the applications stay.
CREATE TABLE known_posting (
    id                 uuid PRIMARY KEY,
    organisation       text    NOT NULL,
    version            integer NOT NULL DEFAULT 0,     -- of the content; 0: only a later event was read so far
    withdrawn          boolean NOT NULL DEFAULT false,
    takes_applications boolean NOT NULL DEFAULT true,
    titles             jsonb   NOT NULL DEFAULT '{}',  -- by language
    published_at       timestamptz,
    closes_at          timestamptz,                    -- null: open until filled
    zone               text,
    deadline_version   integer NOT NULL DEFAULT 1,
    closed_deadline    integer NOT NULL DEFAULT 0,     -- the last deadline version whose intake was counted
    required_documents text[]  NOT NULL DEFAULT '{}'
);

-- Deadlines that have passed; closed_at is set, once, when the intake was closed and counted.
CREATE TABLE intake_closing (
    posting_id       uuid        NOT NULL,
    deadline_version integer     NOT NULL,
    closes_at        timestamptz NOT NULL,
    closed_at        timestamptz,
    PRIMARY KEY (posting_id, deadline_version)
);
CREATE INDEX intake_closing_due ON intake_closing (closes_at) WHERE closed_at IS NULL;
