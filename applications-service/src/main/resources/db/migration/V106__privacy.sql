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
