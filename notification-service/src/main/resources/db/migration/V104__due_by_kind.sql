-- What a sender looks for, by kind: while the service that knows the recipients of one kind is away, its mails pile up, and
-- nobody who looks for another kind should read them.
DROP INDEX notification_due;
CREATE INDEX notification_due ON notification (kind, next_attempt_at, id) WHERE state IN ('waiting', 'sending');
