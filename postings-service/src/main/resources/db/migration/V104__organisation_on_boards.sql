-- What readers and boards are told of an organisation beside its name.
ALTER TABLE organisation
    ADD COLUMN website    text,
    ADD COLUMN logo       text,
    ADD COLUMN boards     jsonb       NOT NULL DEFAULT '{}',
    ADD COLUMN changed_at timestamptz NOT NULL DEFAULT appel_now();

-- The time of the last change is told by feeds, whoever writes the row.
CREATE FUNCTION organisation_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.changed_at := appel_now();
    RETURN NEW;
END $$;

CREATE TRIGGER organisation_changed BEFORE UPDATE ON organisation
    FOR EACH ROW EXECUTE FUNCTION organisation_changed();

-- What the public is shown of a posting has its organisation in it, so that who keeps it must learn of this change, too.
CREATE FUNCTION count_organisation_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE board_change SET number = number + 1, changed_at = appel_now();
    RETURN NULL;
END $$;
CREATE TRIGGER organisation_counted AFTER UPDATE ON organisation FOR EACH ROW
    WHEN (OLD.revision <> NEW.revision)
    EXECUTE FUNCTION count_organisation_change();

-- When anything that a feed shows was changed last: each is the end of an index.
CREATE INDEX organisation_changed_at ON organisation (changed_at);
CREATE INDEX posting_version_changed_at ON posting_version (changed_at);
CREATE INDEX posting_closed_at ON posting (closed_at) WHERE closed_at IS NOT NULL;
