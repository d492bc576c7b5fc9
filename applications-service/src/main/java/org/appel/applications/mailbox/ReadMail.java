package org.appel.applications.mailbox;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.appel.applications.mailbox.mime.IncomingMail;

/**
 * A mail that was taken apart, as far as it could be.
 *
 * @param raw the mail as it came over the wire
 * @param mail null if it could not be read at all
 * @param trouble why people have to look at it whoever sent it; null if it was read whole
 * @param content digest by which the same mail is known again
 */
record ReadMail(
        Path raw, @Nullable IncomingMail mail, @Nullable String trouble, byte[] content) {
    @Override
    public String toString() {
        return "ReadMail[" + trouble + "]";
    }
}
