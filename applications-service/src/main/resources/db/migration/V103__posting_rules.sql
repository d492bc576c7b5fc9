-- What the postings say about their two doors, the time after the deadline, and the care of documents.
ALTER TABLE known_posting RENAME COLUMN takes_applications TO takes_by_api;
ALTER TABLE known_posting
    ADD COLUMN reference          text,
    ADD COLUMN takes_by_mail      boolean NOT NULL DEFAULT false,
    ADD COLUMN apply_address      text,
    ADD COLUMN mandated_subject   text,
    ADD COLUMN late_policy        text    NOT NULL DEFAULT 'refuse' CHECK (late_policy IN ('refuse', 'flag', 'grace')),
    ADD COLUMN grace_minutes      integer CHECK ((grace_minutes IS NOT NULL) = (late_policy = 'grace')),
    ADD COLUMN protect_candidates boolean NOT NULL DEFAULT false,
    ADD COLUMN retention_months   integer;
-- What a mailbox has to tell apart.
CREATE INDEX known_posting_by_mail ON known_posting (organisation) WHERE takes_by_mail;

-- How the application stands to the deadline; the best of all its revisions.
ALTER TABLE application
    ADD COLUMN admission text NOT NULL DEFAULT 'in-time' CHECK (admission IN ('in-time', 'in-grace', 'late'));
