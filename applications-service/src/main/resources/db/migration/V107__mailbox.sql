-- Mails as they were judged: one row for each, however often it is read. Nothing in clear names a person: whoever wrote,
-- the subject and the Message-ID are in `sealed`, under the key of the application that the mail became part of, else
-- under a key of its own (wrapped_key).
CREATE TABLE message (
    id             uuid PRIMARY KEY,                -- version 7
    mailbox        text        NOT NULL,            -- its name in the settings
    organisation   text        NOT NULL,
    folder         text        NOT NULL,            -- where it was read
    uid_validity   bigint      NOT NULL,
    uid            bigint      NOT NULL,
    lies_in        text,                            -- the folder to which it was moved, as far as the server said
    lies_validity  bigint,
    lies_uid       bigint,
    identity       bytea       NOT NULL,            -- keyed hash of Message-ID and content
    repeats        uuid        REFERENCES message (id), -- the first of several deliveries of the same mail
    received_at    timestamptz NOT NULL,            -- by the receiving mail server
    judged_at      timestamptz NOT NULL,
    language       text        NOT NULL,            -- in which its sender is answered
    outcome        text        NOT NULL
        CHECK (outcome IN ('accepted', 'updated', 'duplicate', 'refused', 'unsorted', 'automatic')),
    reason         text,                            -- why it was refused, left unsorted, or is a machine's
    posting_id     uuid,
    application_id uuid,
    revision       integer,
    guesses        jsonb       NOT NULL DEFAULT '[]', -- of an unsorted one: postings, the likeliest first
    content_index  bytea,                           -- keyed hash of the content, to know the same one again
    answer_index   bytea,                           -- keyed hash of sender and posting, if it was answered
    wrapped_key    bytea,
    sealed         bytea,
    declined       text,                            -- the reason that the answer gives
    unanswered     text,                            -- why there is no answer
    answered       boolean,                         -- what became of the answer to a declined one; null: not known yet
    failure        text,
    told_at        timestamptz,
    sorted_at      timestamptz,
    sorted_by      text,                            -- the member of HR, as the token names them
    CONSTRAINT message_once UNIQUE (mailbox, folder, uid_validity, uid),
    CONSTRAINT message_with_reason CHECK (reason IS NOT NULL OR outcome IN ('accepted', 'updated', 'duplicate')),
    CONSTRAINT message_of_application CHECK (outcome NOT IN ('accepted', 'updated')
        OR num_nulls(posting_id, application_id, revision) = 0),
    CONSTRAINT message_answer_or_reason CHECK (CASE outcome
        WHEN 'refused' THEN num_nonnulls(declined, unanswered) = 1
        WHEN 'unsorted' THEN num_nonnulls(declined, unanswered) = 0
        WHEN 'duplicate' THEN unanswered IS NOT NULL AND declined IS NULL
        WHEN 'automatic' THEN unanswered IS NOT NULL AND declined IS NULL
        ELSE declined IS NULL END),
    CONSTRAINT message_fate_of_answer CHECK (num_nulls(answered, told_at) IN (0, 2) AND (failure IS NOT NULL) = (NOT coalesce(answered, true)))
);
CREATE UNIQUE INDEX message_identity ON message (mailbox, identity) WHERE repeats IS NULL;
CREATE INDEX message_same ON message (mailbox, identity);
CREATE INDEX message_of_mailbox ON message (mailbox, id);
CREATE INDEX message_of_organisation ON message (organisation, id);
CREATE INDEX message_unsorted ON message (organisation, id) WHERE outcome = 'unsorted';
CREATE INDEX message_of_an_application ON message (application_id) WHERE application_id IS NOT NULL;
CREATE INDEX message_of_posting ON message (posting_id) WHERE posting_id IS NOT NULL;
CREATE INDEX message_own_key ON message (judged_at) WHERE wrapped_key IS NOT NULL;

-- Who was answered today, as keyed hashes of sender and posting, or of sender and mailbox: never twice.
CREATE TABLE mail_answered (
    answer_index bytea PRIMARY KEY,
    answered_at  timestamptz NOT NULL
);
CREATE INDEX mail_answered_age ON mail_answered (answered_at);

-- Mails of erased applications that still lie in a folder of the mailbox. A row is deleted when the mail is gone.
CREATE TABLE mail_removal (
    id                uuid PRIMARY KEY,
    mailbox           text        NOT NULL,
    folder            text        NOT NULL,         -- where it was last
    uid_validity      bigint      NOT NULL,
    uid               bigint      NOT NULL,
    wrapped_key       bytea       NOT NULL,
    sealed_message_id bytea,                        -- null if it has none
    queued_at         timestamptz NOT NULL
);
CREATE INDEX mail_removal_of_mailbox ON mail_removal (mailbox, id);

-- The ledger has lines for mails, too: those that belong to no posting, and those that wait to be sorted.
ALTER TABLE arrival
    ALTER COLUMN posting_id DROP NOT NULL,
    ADD COLUMN mailbox text,
    ADD COLUMN message_id uuid UNIQUE,
    DROP CONSTRAINT arrival_outcome_check,
    ADD CONSTRAINT arrival_outcome_check
        CHECK (outcome IN ('accepted', 'updated', 'duplicate', 'refused', 'unsorted', 'automatic')),
    ADD CONSTRAINT arrival_of_mail CHECK (CASE door
        WHEN 'mail' THEN num_nulls(mailbox, message_id) = 0
        ELSE num_nonnulls(mailbox, message_id) = 0 AND posting_id IS NOT NULL
            AND outcome NOT IN ('unsorted', 'automatic') END);
CREATE INDEX arrival_of_mailbox ON arrival (mailbox, outcome, reason) WHERE mailbox IS NOT NULL;

-- A hint for HR that two applications may be one person's: keyed hash of the address without its tag.
ALTER TABLE application ADD COLUMN kin_index bytea;
CREATE INDEX application_of_kin ON application (posting_id, kin_index) WHERE kin_index IS NOT NULL;

ALTER TABLE document
    ADD COLUMN also_holds text[]  NOT NULL DEFAULT '{}',    -- kinds that are in the same file
    ADD COLUMN unclear    boolean NOT NULL DEFAULT false;   -- the kind could not be told: HR is asked
