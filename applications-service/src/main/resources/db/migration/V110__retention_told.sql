-- Whether the letter about the end of the retention went out: a candidate who was not told is not erased.
ALTER TABLE retention_notice
    ADD COLUMN told_at timestamptz,
    ADD COLUMN failure text,
    ADD CONSTRAINT retention_notice_fate CHECK (failure IS NULL OR told_at IS NOT NULL);
COMMENT ON COLUMN retention_notice.told_at IS 'When the letter was sent, or given up; null: not known yet.';
COMMENT ON COLUMN retention_notice.failure IS 'Why the letter was given up; null if it was sent.';
-- Of those that were announced before, nothing else will be heard.
UPDATE retention_notice SET told_at = announced_at;
