package org.appel.applications.mailbox.imap;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A message as it lies in a mailbox.
 *
 * @param mailbox name of the mailbox in the settings
 * @param folder where it lies
 * @param uidValidity with {@code uid} names it within the folder (RFC 9051, 2.3.1.1)
 * @param receivedAt when the receiving server took it, by Appel's clock; never the sender's date
 * @param raw the whole message in a file that is deleted when it was judged
 */
public record StoredMessage(String mailbox, String folder, long uidValidity, long uid, Instant receivedAt, Path raw) {}
