package org.appel.applications.mailbox.imap;

import java.time.Duration;

/**
 * How fast things go that no setting says.
 *
 * @param lease after this long without a sign a reader is replaced
 * @param standby how often others look whether it is time for that
 * @param reconnect after a line was lost or not had
 * @param login after a refused login: who knocks too often is locked out
 * @param message before a message is tried again that could not be judged
 * @param database before anything is tried again, while our own side is not in order
 */
record Pace(Duration lease, Duration standby, Pauses reconnect, Pauses login, Pauses message, Pauses database) {
    static final Pace USUAL = new Pace(
            Duration.ofSeconds(10),
            Duration.ofSeconds(2),
            new Pauses(Duration.ofMillis(500), Duration.ofMinutes(1)),
            new Pauses(Duration.ofSeconds(30), Duration.ofMinutes(10)),
            new Pauses(Duration.ofSeconds(10), Duration.ofHours(1)),
            new Pauses(Duration.ofMillis(500), Duration.ofSeconds(15)));
}
