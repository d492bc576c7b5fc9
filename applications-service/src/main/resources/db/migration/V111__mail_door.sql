-- Whether mail is, or once was, a way to apply: who writes by a notice of before is not at fault.
ALTER TABLE known_posting ADD COLUMN has_taken_mail boolean NOT NULL DEFAULT false;
UPDATE known_posting SET has_taken_mail = takes_by_mail;

-- What a mailbox has to tell apart: those that take no mail say whom a subject is not for.
DROP INDEX known_posting_by_mail;
CREATE INDEX known_posting_of_organisation ON known_posting (organisation);
