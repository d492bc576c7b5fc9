-- This service's own small copy of the postings, built from topic `postings` and nothing else.
CREATE TABLE known_posting (
    id                uuid PRIMARY KEY,
    version           integer NOT NULL,
    deadline_version  integer NOT NULL,
    organisation      text    NOT NULL,
    organisation_name text    NOT NULL,
    reference         text,
    original_language text    NOT NULL,
    titles            jsonb   NOT NULL,
    closes_at         timestamptz,
    zone              text,
    wording           text,
    apply_address     text,
    selection         text[]  NOT NULL,
    progress          text    NOT NULL CHECK (progress IN ('open', 'closed', 'withdrawn')),
    CHECK ((closes_at IS NULL) = (zone IS NULL))
);
