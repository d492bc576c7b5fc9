-- What happened to published postings, in the order of the commits and without a gap: whoever has read up to a number
-- has missed nothing before it. A sequence cannot promise that, since its numbers become visible in the order of the
-- commits and not in their own.
CREATE TABLE posting_change (
    seq          bigint PRIMARY KEY,
    posting      uuid    NOT NULL REFERENCES posting,
    organisation text    NOT NULL,
    version      integer NOT NULL,
    kind         text    NOT NULL CHECK (kind IN ('PUBLISHED', 'AMENDED', 'EXTENDED', 'REOPENED', 'CLOSED', 'WITHDRAWN')),
    at           timestamptz NOT NULL,
    closes_at    timestamptz
);
CREATE INDEX posting_change_organisation ON posting_change (organisation, seq);
CREATE INDEX posting_change_at ON posting_change (at);
-- To find what replicas of an earlier release have written without the log, while they are replaced.
CREATE INDEX posting_change_posting ON posting_change (posting, version);
CREATE INDEX deadline_fired_closed_at ON deadline_fired (closed_at);

-- The last number that was given. Its row is locked last in a transaction, and until its end.
CREATE TABLE posting_change_head (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    seq      bigint NOT NULL
);
-- One row that is written with every change: its versions shall stay on their page.
ALTER TABLE posting_change_head SET (
    fillfactor = 10, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000
);

-- What happened before there was a log. The clocks of replicas differ a little: of one posting the versions count, not
-- the instants.
INSERT INTO posting_change (seq, posting, organisation, version, kind, at, closes_at)
SELECT row_number() OVER (ORDER BY past.turn, past.posting, past.version, past.kind = 'CLOSED'),
       past.posting, posting.organisation, past.version, past.kind, past.at, past.closes_at
FROM (
    SELECT happened.*, max(at) OVER (PARTITION BY posting ORDER BY version, kind = 'CLOSED') AS turn
    FROM (
        SELECT posting, version, changed_at, closes_at,
               CASE change
                   WHEN 'PUBLICATION' THEN 'PUBLISHED'
                   WHEN 'AMENDMENT' THEN 'AMENDED'
                   WHEN 'DEADLINE_EXTENDED' THEN 'EXTENDED'
                   WHEN 'REOPENED' THEN 'REOPENED'
                   WHEN 'WITHDRAWAL' THEN 'WITHDRAWN'
               END
        FROM posting_version
        UNION ALL
        SELECT fired.posting,
               -- A closed posting is not amended: the version that closed is the last one with this deadline. One that
               -- was copied by hand has no versions.
               coalesce(
                   (SELECT max(version) FROM posting_version told
                    WHERE told.posting = fired.posting AND told.deadline_version = fired.deadline_version
                      AND told.change <> 'WITHDRAWAL'),
                   (SELECT version FROM posting WHERE posting.id = fired.posting)),
               fired.closed_at, fired.closes_at, 'CLOSED'
        FROM deadline_fired fired
    ) AS happened (posting, version, at, closes_at, kind)
) AS past
JOIN posting ON posting.id = past.posting;

INSERT INTO posting_change_head (seq) SELECT coalesce(max(seq), 0) FROM posting_change;
