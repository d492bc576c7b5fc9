-- Keys whose object was erased: no dead letter of theirs is kept, also none that was still on its way when it was erased.
CREATE TABLE forgotten_key (
    event_key    text PRIMARY KEY,
    forgotten_at timestamptz NOT NULL DEFAULT appel_now()
);
CREATE INDEX dead_letter_key ON dead_letter (event_key);
