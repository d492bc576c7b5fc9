-- What is left of an erased application beside its ledger: that it was erased, when, why, and how much was destroyed.
CREATE TABLE erasure_certificate (
    application_id uuid PRIMARY KEY REFERENCES application (id),
    posting_id     uuid        NOT NULL,
    organisation   text        NOT NULL,
    erased_at      timestamptz NOT NULL,
    reason         text        NOT NULL CHECK (reason IN ('hr', 'candidate', 'retention')),
    documents      integer     NOT NULL,
    messages       integer     NOT NULL,            -- mails whose rows were emptied
    dead_letters   integer     NOT NULL,
    keys           integer     NOT NULL             -- of the application and of its documents
);

-- Who looked at what, when and what for; written before anything is shown. Ids and the reader's name, nothing of the
-- candidate. No foreign keys: rows outlive what they tell of, and are deleted when they are old.
CREATE TABLE file_access (
    id             uuid PRIMARY KEY,                -- version 7
    accessed_at    timestamptz NOT NULL,
    what           text        NOT NULL,
    organisation   text        NOT NULL,
    posting_id     uuid,
    application_id uuid,
    message_id     uuid,                            -- of a mail that became no application, or not yet
    document_id    uuid,
    part           integer,                         -- of a mail
    reader         text,                            -- as the token names them; null: the candidate
    role           text        NOT NULL CHECK (role IN ('hr', 'panel', 'admin', 'service', 'candidate')),
    purpose        text        NOT NULL,
    CONSTRAINT file_access_of_somebody CHECK ((reader IS NULL) = (role = 'candidate')),
    CONSTRAINT file_access_to_something CHECK (num_nulls(application_id, message_id) = 1)
);
CREATE INDEX file_access_of_application ON file_access (application_id, id) WHERE application_id IS NOT NULL;
CREATE INDEX file_access_of_organisation ON file_access (organisation, id);
CREATE INDEX file_access_of_reader ON file_access (reader, id);
CREATE INDEX file_access_age ON file_access (accessed_at);

-- Retention is counted from the withdrawal where there is no deadline; null: withdrawn before this was noted, or not.
ALTER TABLE known_posting ADD COLUMN withdrawn_at timestamptz;

-- What the candidates were told of the end of their application's retention. Nothing is erased for it without a row.
CREATE TABLE retention_notice (
    application_id uuid PRIMARY KEY REFERENCES application (id),
    ends_on        date        NOT NULL,            -- as it was counted; another date is announced anew
    erased_on      date        NOT NULL,            -- as it was announced: that day, or later if there was no time left
    announced_at   timestamptz NOT NULL
);
CREATE INDEX application_standing ON application (posting_id, id) WHERE erased_at IS NULL;

-- Refused arrivals of which nothing else is known become one line for each posting, day and reason when they are old, so
-- that whoever knocks all day does not fill the ledger; its numbers stay.
ALTER TABLE arrival ADD COLUMN number bigint NOT NULL DEFAULT 1 CHECK (number > 0);
COMMENT ON COLUMN arrival.number IS 'How many arrivals the line stands for; more than one only in a sum of a day.';
COMMENT ON TABLE arrival IS 'The ledger: everything that arrived for a known posting. Never personal, never lost.';
ALTER TABLE arrival ADD COLUMN summed boolean NOT NULL DEFAULT false;
CREATE INDEX arrival_to_sum_up ON arrival (arrived_at)
    WHERE outcome = 'refused' AND door = 'api' AND application_id IS NULL AND NOT summed;
