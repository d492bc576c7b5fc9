-- The one clock that decides. In operation the shift is zero; a local run may shift all clocks at once.
CREATE TABLE clock_shift (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    shift    interval NOT NULL DEFAULT '0'
);
INSERT INTO clock_shift DEFAULT VALUES;

CREATE FUNCTION appel_now() RETURNS timestamptz
    LANGUAGE sql STABLE PARALLEL SAFE
    AS 'SELECT clock_timestamp() + shift FROM clock_shift';
