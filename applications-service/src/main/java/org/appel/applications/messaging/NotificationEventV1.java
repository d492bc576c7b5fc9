package org.appel.applications.messaging;

/** The events of topic {@code notifications}. */
public sealed interface NotificationEventV1 permits NotificationSentV1, NotificationFailedV1 {
    String TOPIC = "notifications";

    /** The kind of the mail that tells a candidate that the application arrived. */
    String ACKNOWLEDGEMENT = "acknowledgement";

    /** The kind of the mail that tells a candidate when the application will be erased. */
    String RETENTION_NOTICE = "retention-notice";

    /** The kind of the mail that answers a mail which became no application. */
    String MAIL_ANSWER = "mail-answer";
}
