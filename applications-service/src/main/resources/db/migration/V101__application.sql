-- One person's application to one posting. Everything personal is in sealed_person, encrypted with the application's
-- own keyset, which is stored encrypted with the master keyset. An erased application is a row with ids and a time.
CREATE TABLE application (
    id            uuid PRIMARY KEY,                 -- version 7, so in the order of arrival
    posting_id    uuid    NOT NULL,
    organisation  text    NOT NULL,
    subject_index bytea,                            -- keyed hash of posting and address: one person, one application
    wrapped_key   bytea,
    sealed_person bytea,
    stage         text,
    revision      integer NOT NULL,                 -- how often the person applied
    version       integer NOT NULL,                 -- rises with every change; the ETag
    received_at   timestamptz,
    updated_at    timestamptz,
    erased_at     timestamptz,
    CONSTRAINT application_one_per_person UNIQUE (posting_id, subject_index),
    CONSTRAINT application_whole_or_erased CHECK (
        num_nulls(subject_index, wrapped_key, sealed_person, stage, received_at, updated_at)
            = CASE WHEN erased_at IS NULL THEN 0 ELSE 6 END)
);
CREATE INDEX application_of_posting ON application (posting_id, id);
CREATE INDEX application_of_organisation ON application (organisation, id);

-- What is known of a document in clear: nothing that names the person. The file name is sealed.
CREATE TABLE document (
    id             uuid PRIMARY KEY,
    application_id uuid    NOT NULL REFERENCES application (id),
    kind           text    NOT NULL,
    media_type     text    NOT NULL,
    size           integer NOT NULL,                -- in bytes, of the content in clear
    sealed_name    bytea   NOT NULL,
    received_at    timestamptz NOT NULL
);
CREATE INDEX document_of_application ON document (application_id);

-- The documents' sealed content, apart from what describes it so that it may move to an object store.
CREATE TABLE document_content (
    document_id uuid PRIMARY KEY,
    sealed      bytea NOT NULL
);
-- Sealed bytes do not compress: do not try.
ALTER TABLE document_content ALTER COLUMN sealed SET STORAGE EXTERNAL;

-- HR's moves. What the candidate did is in `arrival`.
CREATE TABLE stage_change (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    application_id uuid        NOT NULL REFERENCES application (id),
    previous_stage text        NOT NULL,
    stage          text        NOT NULL,
    changed_at     timestamptz NOT NULL,
    changed_by     text        NOT NULL             -- the member of HR, as the token names them
);
CREATE INDEX stage_change_of_application ON stage_change (application_id);
