package org.appel.applications.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.awaitility.Awaitility;

import org.appel.applications.Database;
import org.appel.testing.Topics;

/** What the notification-service tells of the letters about the end of a retention. */
final class NoticeLetters {
    private NoticeLetters() {}

    /** The letter went out, and the service has read it. */
    static void sent(UUID application, Instant at) {
        tell(application, "org.appel.NotificationSent.v1", "\"sentAt\": \"" + at + "\"");
    }

    /** It was given up, and the service has read it. */
    static void failed(UUID application, Instant at) {
        tell(
                application,
                "org.appel.NotificationFailed.v1",
                "\"failedAt\": \"" + at + "\", \"reason\": \"rejected-5xx\"");
    }

    private static void tell(UUID application, String type, String end) {
        Topics.sendEvent(
                "notifications", application.toString(), type, """
                {"notificationId": "%s", "kind": "retention-notice", "postingId": null, "applicationId": "%s",
                 "applicationRevision": null, %s}""".formatted(UUID.randomUUID(), application, end));
        Awaitility.await("the letter's end is known")
                .atMost(Duration.ofSeconds(30))
                .until(() -> !Database.rows("SELECT 1 FROM retention_notice WHERE told_at IS NOT NULL"
                                + " AND application_id = '" + application + "'")
                        .isEmpty());
    }
}
