-- Mails to those who answer for a job board's webhook. It belongs to no posting and to no organisation, so HR sees none of
-- them. The webhook is named by the number that the postings-service gave it, never by its address or its owner.
ALTER TABLE notification
    ADD COLUMN webhook_id    uuid,
    ADD COLUMN webhook_end   text,
    -- The first failure after the last success; not known if it just asked not to be called any more.
    ADD COLUMN failing_since timestamptz,
    ALTER COLUMN organisation DROP NOT NULL,
    DROP CONSTRAINT notification_kind,
    DROP CONSTRAINT notification_of_application,
    DROP CONSTRAINT notification_of_posting,
    ADD CONSTRAINT notification_kind CHECK (kind IN ('acknowledgement', 'hr-notice', 'hr-summary', 'mail-answer',
        'withdrawal', 'access-link', 'retention-notice', 'webhook-disabled')),
    ADD CONSTRAINT notification_of_application
        CHECK ((kind IN ('hr-summary', 'mail-answer', 'webhook-disabled')) = (application_id IS NULL)),
    ADD CONSTRAINT notification_of_posting
        CHECK (kind IN ('mail-answer', 'webhook-disabled') OR posting_id IS NOT NULL),
    ADD CONSTRAINT notification_of_organisation CHECK ((kind = 'webhook-disabled') = (organisation IS NULL)),
    ADD CONSTRAINT notification_of_webhook CHECK ((kind = 'webhook-disabled') = (webhook_id IS NOT NULL)
        AND (kind = 'webhook-disabled') = (webhook_end IS NOT NULL));

CREATE INDEX notification_webhook ON notification (webhook_id) WHERE webhook_id IS NOT NULL;
