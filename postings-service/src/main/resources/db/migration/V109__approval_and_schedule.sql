-- Whether an organisation wants a second person to approve its drafts.
ALTER TABLE organisation ADD COLUMN approval text NOT NULL DEFAULT 'NONE'
    CHECK (approval IN ('NONE', 'SECOND_PERSON'));

-- What only a draft has: everybody who wrote in it since it was approved last, who approved it, and when it is to be published by itself.
ALTER TABLE posting
    ADD COLUMN written_by       text[] NOT NULL DEFAULT '{}',
    ADD COLUMN approved_by      text,
    ADD COLUMN approved_at      timestamptz,
    ADD COLUMN publish_at       timestamptz,
    ADD COLUMN scheduled_by     text,
    ADD COLUMN schedule_problem jsonb;

-- The watch: which drafts are to be published. It holds nothing else.
CREATE INDEX posting_to_publish ON posting (publish_at)
    WHERE state = 'DRAFT' AND publish_at IS NOT NULL AND schedule_problem IS NULL;

-- Through whose hands a version went; unknown for those from before.
ALTER TABLE posting_version
    ADD COLUMN written_by   text[] NOT NULL DEFAULT '{}',
    ADD COLUMN approved_by  text,
    ADD COLUMN published_by text;
