package org.appel.applications.mailbox.mime;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * A file that came with a message.
 *
 * @param name as the sender named it, decoded; null if unnamed
 * @param declaredType media type as the mail says, in lower case; not to be trusted
 * @param content decoded, in a file below the directory that was given to the parser
 * @param size of the content in bytes
 */
public record MailPart(@Nullable String name, String declaredType, Path content, long size) {
    @Override
    public String toString() {
        return "MailPart[" + size + " bytes]";
    }
}
