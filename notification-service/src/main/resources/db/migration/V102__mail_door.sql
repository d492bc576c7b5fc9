-- Mails to the senders of mails that became no application, and what candidates are told of their own view. A mail that
-- came in is named by the number that the applications-service gave it, never by its Message-ID or its sender.
ALTER TABLE notification
    ADD COLUMN incoming_id uuid,
    ADD COLUMN decline     text,
    ADD COLUMN erased_on   date,
    -- Which of several recipients have it already, by their position in the list of whoever owns it.
    ADD COLUMN delivered   jsonb,
    -- A mail that came in may belong to no posting.
    ALTER COLUMN posting_id DROP NOT NULL,
    DROP CONSTRAINT notification_kind_check,
    DROP CONSTRAINT notification_check,
    DROP CONSTRAINT notification_check1,
    ADD CONSTRAINT notification_kind CHECK (kind IN ('acknowledgement', 'hr-notice', 'hr-summary', 'mail-answer',
        'withdrawal', 'access-link', 'retention-notice')),
    ADD CONSTRAINT notification_of_application
        CHECK ((kind IN ('hr-summary', 'mail-answer')) = (application_id IS NULL)),
    ADD CONSTRAINT notification_of_revision
        CHECK ((kind IN ('acknowledgement', 'hr-notice')) = (application_revision IS NOT NULL)),
    ADD CONSTRAINT notification_of_mail
        CHECK ((kind = 'mail-answer') = (incoming_id IS NOT NULL) AND (kind = 'mail-answer') = (decline IS NOT NULL)),
    ADD CONSTRAINT notification_of_posting CHECK (kind = 'mail-answer' OR posting_id IS NOT NULL),
    ADD CONSTRAINT notification_of_day CHECK ((kind = 'retention-notice') = (erased_on IS NOT NULL));

CREATE INDEX notification_incoming ON notification (incoming_id) WHERE incoming_id IS NOT NULL;
