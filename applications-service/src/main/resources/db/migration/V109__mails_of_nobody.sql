-- Mails that became no application have an author all the same: erasing an application reaches them, too.
ALTER TABLE message ADD COLUMN author_index bytea;
COMMENT ON COLUMN message.author_index IS
    'Keyed hash of author and organisation, while anything is left of a mail that became no application.';
CREATE INDEX message_of_author ON message (author_index) WHERE author_index IS NOT NULL;

-- Mails that became no application leave their mailbox, too, each in its time.
ALTER TABLE mail_removal
    ADD COLUMN message_id uuid,
    ADD COLUMN due_at     timestamptz;
UPDATE mail_removal SET due_at = queued_at;
ALTER TABLE mail_removal ALTER COLUMN due_at SET NOT NULL;
COMMENT ON TABLE mail_removal IS
    'Mails that leave their mailbox at due_at. A row is deleted when the mail is gone.';
COMMENT ON COLUMN mail_removal.message_id IS 'The judged mail; null if only a copy of one is meant.';
DROP INDEX mail_removal_of_mailbox;
CREATE INDEX mail_removal_of_mailbox ON mail_removal (mailbox, due_at);
CREATE INDEX mail_removal_of_message ON mail_removal (message_id) WHERE message_id IS NOT NULL;
