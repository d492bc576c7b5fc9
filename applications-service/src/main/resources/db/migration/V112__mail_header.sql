-- Servers may give the UIDs of a folder anew under the same UIDVALIDITY, such as after a mailbox was set up again: only
-- with the header a place tells that a message is the one that was judged there.
ALTER TABLE message
    ADD COLUMN header_index bytea,              -- keyed hash of Message-ID or header; null in rows of before
    ALTER COLUMN uid_validity DROP NOT NULL,    -- null: another message has the place by now
    ALTER COLUMN uid DROP NOT NULL;
