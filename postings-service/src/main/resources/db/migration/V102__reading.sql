-- How often what the public is shown has changed: one row, written in the transaction of each change. Who reads the number
-- twice and finds it the same knows that nothing was published, amended, closed or withdrawn in between.
CREATE TABLE board_change (
    only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    number     bigint      NOT NULL,
    changed_at timestamptz NOT NULL
);
INSERT INTO board_change (number, changed_at) VALUES (0, appel_now());

-- A trigger, so that no way of writing a posting can forget it. The row stays locked until the transaction ends: numbers
-- become visible in the order in which they were given. Drafts do not wait for it, nobody is shown them.
CREATE FUNCTION count_board_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM changed WHERE state <> 'DRAFT') THEN
        UPDATE board_change SET number = number + 1, changed_at = appel_now();
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER board_change_added AFTER INSERT ON posting
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_board_change();
CREATE TRIGGER board_change_written AFTER UPDATE ON posting
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_board_change();
CREATE TRIGGER board_change_removed AFTER DELETE ON posting
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_board_change();

-- When a posting changed last, for Last-Modified. New words of the search are no change of the posting.
ALTER TABLE posting ADD COLUMN changed_at timestamptz NOT NULL DEFAULT appel_now();
CREATE FUNCTION note_posting_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.changed_at := appel_now();
    RETURN NEW;
END $$;
CREATE TRIGGER posting_change BEFORE UPDATE ON posting FOR EACH ROW
    WHEN (OLD.revision <> NEW.revision OR OLD.closes_at IS DISTINCT FROM NEW.closes_at)
    EXECUTE FUNCTION note_posting_change();

-- By which rules the words of the search were made; a service with newer ones makes them anew after its start.
ALTER TABLE posting ADD COLUMN words_version integer NOT NULL DEFAULT 0;
CREATE INDEX posting_words ON posting (words_version);

-- One organisation's postings and one kind of contract, each in both orders of the list.
CREATE INDEX posting_newest_of ON posting (organisation, published_at DESC, id DESC) WHERE state = 'OPEN';
CREATE INDEX posting_deadline_of ON posting (organisation, coalesce(closes_at, 'infinity'), id) WHERE state = 'OPEN';
CREATE INDEX posting_newest_as ON posting (contract, published_at DESC, id DESC) WHERE state = 'OPEN';
CREATE INDEX posting_deadline_as ON posting (contract, coalesce(closes_at, 'infinity'), id) WHERE state = 'OPEN';

-- Everything that facets count, so that counting a whole board reads no row.
CREATE INDEX posting_facets ON posting (published_at)
    INCLUDE (closes_at, organisation, contract, workload_percent, countries, languages) WHERE state = 'OPEN';
