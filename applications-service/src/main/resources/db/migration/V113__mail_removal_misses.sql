-- A mail that is not found is looked for again, some times over some days.
ALTER TABLE mail_removal ADD COLUMN misses integer NOT NULL DEFAULT 0;
