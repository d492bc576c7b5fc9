-- Contents of documents lie outside the rows that describe them, in a store of sealed parts or elsewhere. The table that
-- held each content whole was never written by a released version; what a trial left in it is given up with it.
DELETE FROM document;
DROP TABLE document_content;

ALTER TABLE document
    ALTER COLUMN size TYPE bigint,
    ADD COLUMN sealed_key bytea NOT NULL,           -- of the content, sealed with the application's key
    ADD COLUMN store      text  NOT NULL;           -- where the content lies: database, folder or s3

-- Sealed contents that are kept in the database, in parts of 1 MiB.
CREATE TABLE content_part (
    content_id uuid    NOT NULL,
    part       integer NOT NULL,                    -- from 0
    sealed     bytea   NOT NULL,
    PRIMARY KEY (content_id, part)
);
-- Sealed bytes do not compress: do not try.
ALTER TABLE content_part ALTER COLUMN sealed SET STORAGE EXTERNAL;

-- Contents that belong to no application, such as messages that nobody has sorted yet.
CREATE TABLE sealed_blob (
    id          uuid PRIMARY KEY,
    store       text   NOT NULL,
    wrapped_key bytea  NOT NULL,                    -- of the content, wrapped by the master keyset
    size        bigint NOT NULL,                    -- in bytes, of the content in clear
    kept_at     timestamptz NOT NULL
);

-- Contents outside the database that are to be destroyed; whoever held their keys has destroyed those already.
CREATE TABLE content_removal (
    content_id uuid        NOT NULL,
    store      text        NOT NULL,
    queued_at  timestamptz NOT NULL,
    due_at     timestamptz NOT NULL,                -- later after each try that failed
    attempts   integer     NOT NULL DEFAULT 0,
    PRIMARY KEY (content_id, store)
);
CREATE INDEX content_removal_due ON content_removal (store, due_at);

-- Names this database's own part of a folder or bucket: what others put there is never looked at.
CREATE TABLE content_home (
    id   uuid    NOT NULL,
    single boolean PRIMARY KEY DEFAULT true CHECK (single)
);
INSERT INTO content_home (id) VALUES (gen_random_uuid());
