-- One row a posting, in whatever state. What it says is in `ad`; what lists ask for stands beside it.
CREATE TABLE posting (
    id                uuid PRIMARY KEY,
    organisation      text    NOT NULL REFERENCES organisation,
    reference         text,
    state             text    NOT NULL CHECK (state IN ('DRAFT', 'OPEN', 'CLOSED', 'WITHDRAWN')),
    ad                jsonb   NOT NULL,
    version           integer NOT NULL,
    deadline_version  integer NOT NULL,
    created_at        timestamptz NOT NULL,
    published_at      timestamptz,
    closes_at         timestamptz,
    closed_at         timestamptz,
    withdrawn_at      timestamptz,
    withdrawal_reason text,
    workload_percent  integer,
    contract          text,
    countries         text[]  NOT NULL,
    cities            text[]  NOT NULL,
    languages         text[]  NOT NULL,
    words             text    NOT NULL,
    -- Words are lower case without accents already. Each is found as it is, by its beginning, and by its French and
    -- its English stem.
    search tsvector GENERATED ALWAYS AS (
        to_tsvector('simple', words) || to_tsvector('french', words) || to_tsvector('english', words)) STORED,
    revision          bigint  NOT NULL,
    CONSTRAINT posting_reference UNIQUE (organisation, reference),
    CHECK (state = 'DRAFT' OR published_at IS NOT NULL)
);

-- The lists of the board, each in its order, and the watch: which open postings are due.
CREATE INDEX posting_newest ON posting (published_at DESC, id DESC) WHERE state = 'OPEN';
CREATE INDEX posting_deadline ON posting (coalesce(closes_at, 'infinity'), id) WHERE state = 'OPEN';
CREATE INDEX posting_due ON posting (closes_at) WHERE state = 'OPEN';
CREATE INDEX posting_search ON posting USING gin (search) WHERE state = 'OPEN';
CREATE INDEX posting_where ON posting USING gin (countries, cities, languages) WHERE state = 'OPEN';
CREATE INDEX posting_drafts ON posting (organisation, id DESC) WHERE state = 'DRAFT';

-- Every version that the public was shown, and the end of those that were taken back.
CREATE TABLE posting_version (
    posting          uuid    NOT NULL REFERENCES posting,
    version          integer NOT NULL,
    change           text    NOT NULL,
    ad               jsonb   NOT NULL,
    deadline_version integer NOT NULL,
    closes_at        timestamptz,
    changed_at       timestamptz NOT NULL,
    PRIMARY KEY (posting, version)
);

-- DeadlinePassed was told for this version of the deadline: its key is the promise that it is told once.
CREATE TABLE deadline_fired (
    posting          uuid    NOT NULL REFERENCES posting,
    deadline_version integer NOT NULL,
    closes_at        timestamptz NOT NULL,
    closed_at        timestamptz NOT NULL,
    PRIMARY KEY (posting, deadline_version)
);
