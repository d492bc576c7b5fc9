package org.appel.notification.model;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The Message-ID of a mail (RFC 5322). It is made from the event and the kind alone, so that every copy of a mail bears
 * the same one and mailbox systems can tell that a second copy is one.
 *
 * @param value with its angle brackets
 */
public record MessageId(String value) {

    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");

    /**
     * @param domain a domain that is ours
     * @throws IllegalArgumentException if the domain could not stand in a Message-ID
     */
    public static MessageId of(UUID event, Kind kind, String domain) {
        if (!DOMAIN.matcher(domain).matches()) {
            throw new IllegalArgumentException("No domain for a Message-ID: " + domain);
        }
        return new MessageId("<" + event + "." + kind.wire() + "@" + domain + ">");
    }

    @Override
    public String toString() {
        return value;
    }
}
