package org.appel.applications.mailbox.mime;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Takes messages apart. Safe for many threads at once. */
public final class MailParser {
    /** One that believes no server's {@code Authentication-Results} and knows no own addresses. */
    public MailParser() {
        this(Optional.empty(), List.of());
    }

    /**
     * @param authservId whose {@code Authentication-Results} are believed (RFC 8601); empty if nobody's
     * @param ownAddresses the mailbox's own addresses: a list that is one of them is how its mail is distributed, and no
     *     sign of a machine
     */
    public MailParser(Optional<String> authservId, Collection<String> ownAddresses) {}

    /**
     * Takes a message apart.
     *
     * @param raw the message as it came over the wire
     * @param directory where the parts are laid, each in a file of its own; the caller deletes it
     * @throws UnreadableMail if it cannot be taken apart; whatever was laid in the directory by then is of no use
     */
    public IncomingMail parse(Path raw, Path directory) throws UnreadableMail {
        throw new UnreadableMail("Not yet");
    }
}
