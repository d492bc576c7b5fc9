package org.appel.applications.mailbox;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.appel.applications.model.EmailAddress;

/** The addresses that an organisation's mailboxes have, and the domains of its people. */
final class OwnAddresses {
    /** Whoever writes from there is nobody's colleague for that. */
    private static final Set<String> EVERYBODYS = Set.of(
            "gmail.com",
            "googlemail.com",
            "outlook.com",
            "hotmail.com",
            "hotmail.fr",
            "live.com",
            "live.fr",
            "msn.com",
            "yahoo.com",
            "yahoo.fr",
            "icloud.com",
            "me.com",
            "aol.com",
            "gmx.com",
            "gmx.net",
            "gmx.ch",
            "web.de",
            "proton.me",
            "protonmail.com",
            "orange.fr",
            "wanadoo.fr",
            "free.fr",
            "laposte.net",
            "sfr.fr",
            "bluewin.ch",
            "yandex.com",
            "mail.com");

    private final Set<String> addresses;
    private final Set<String> domains;

    /**
     * @param within the addresses of the organisation's mailboxes
     * @param all every address to which candidates may write
     */
    OwnAddresses(Stream<String> within, Stream<String> all) {
        addresses = all.flatMap(text -> EmailAddress.of(text).stream())
                .map(EmailAddress::normalised)
                .collect(Collectors.toUnmodifiableSet());
        domains = within.flatMap(text -> EmailAddress.of(text).stream())
                .map(EmailAddress::domain)
                .filter(domain -> !EVERYBODYS.contains(domain))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether that is one of them; with a tag after a plus sign, too. */
    boolean hold(EmailAddress address) {
        return addresses.contains(address.normalised()) || addresses.contains(address.kin());
    }

    /** Whether whoever writes from there is one of the organisation's people. */
    boolean areOf(EmailAddress address) {
        return domains.contains(address.domain());
    }
}
