-- The job boards that are known by name: which OIDC client they are, who answers for them, and how much they may ask.
CREATE TABLE job_board (
    id                  uuid PRIMARY KEY,
    client              text        NOT NULL,
    name                text        NOT NULL,
    owner_email         text        NOT NULL,
    requests_per_minute integer     CHECK (requests_per_minute > 0),
    created_at          timestamptz NOT NULL,
    revision            bigint      NOT NULL,
    CONSTRAINT job_board_client UNIQUE (client)
);
