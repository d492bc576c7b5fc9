-- Disagreements of language versions of which somebody has said that they are none.
CREATE TABLE confirmed_disagreement (
    posting      uuid NOT NULL REFERENCES posting,
    pointer      text NOT NULL,
    detail       text NOT NULL,
    confirmed_by text NOT NULL,
    confirmed_at timestamptz NOT NULL,
    PRIMARY KEY (posting, pointer, detail)
);
