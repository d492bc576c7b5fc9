-- Links to the candidate's own view are not stored: each is signed over the application, its own end and this number,
-- which rises when a new link is asked for or the application is erased. All older links have ended then.
ALTER TABLE application
    ADD COLUMN link_epoch        integer NOT NULL DEFAULT 0,
    ADD COLUMN link_requested_at timestamptz;        -- the last time somebody asked for a new link

-- The candidate moves, too: withdraws, and takes the application up again by applying anew.
COMMENT ON TABLE stage_change IS 'Moves of HR, and those of the candidate that change the stage. What arrived is in arrival.';
ALTER TABLE stage_change ALTER COLUMN changed_by DROP NOT NULL;
COMMENT ON COLUMN stage_change.changed_by IS 'The member of HR, as the token names them; null: the candidate.';

-- What organisations call themselves: a candidate's page bears the name and not the id.
CREATE TABLE known_organisation (
    id   text PRIMARY KEY,
    name text NOT NULL
);
