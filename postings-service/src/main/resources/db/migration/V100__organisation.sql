-- Who publishes.
CREATE TABLE organisation (
    id           text PRIMARY KEY,
    name         text   NOT NULL,
    names        jsonb  NOT NULL,
    language     text   NOT NULL,
    hr_addresses text[] NOT NULL,
    country      text   NOT NULL,
    zone         text   NOT NULL,
    revision     bigint NOT NULL
);
