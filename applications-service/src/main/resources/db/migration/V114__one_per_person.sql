-- The keyed hash is of the posting as much as of the person: alone it is unique, and the only index by which it is found.
ALTER TABLE application DROP CONSTRAINT application_one_per_person,
    ADD CONSTRAINT application_one_per_person UNIQUE (subject_index);
