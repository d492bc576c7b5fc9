package org.appel.applications.mailbox.imap;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A message as it lies in a mailbox.
 *
 * @param mailbox name of the mailbox in the settings
 * @param folder where it lies, as the settings name it
 * @param uidValidity with {@code uid} names it within the folder (RFC 9051, 2.3.1.1)
 * @param receivedAt when the receiving server took it, by Appel's clock; never the sender's date, never later than now
 * @param raw the whole message in a file, in a directory of its own that is deleted with all that lies in it when the
 *     message was judged: what is unpacked may be laid beside it
 * @param condition whether it is there as a whole
 */
public record StoredMessage(
        String mailbox, String folder, long uidValidity, long uid, Instant receivedAt, Path raw, Condition condition) {
    /** A message that is there as a whole. */
    public StoredMessage(String mailbox, String folder, long uidValidity, long uid, Instant receivedAt, Path raw) {
        this(mailbox, folder, uidValidity, uid, receivedAt, raw, Condition.WHOLE);
    }

    /** What there is of a message. */
    public enum Condition {
        WHOLE,
        /**
         * It is larger than the settings allow: {@code raw} holds its header only, so that it can be laid before people and
         * answered, but neither text nor files are there.
         */
        TOO_LARGE,
        /** It could not be fetched or judged often enough: {@code raw} is what could be had, perhaps nothing. */
        UNREADABLE
    }
}
