package org.appel.applications.mailbox;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.appel.applications.config.MailboxesConfig;
import org.appel.applications.mailbox.mime.MailParser;
import org.appel.applications.model.EmailAddress;
import org.appel.applications.model.KnownPosting;

/** The mailboxes as the settings name them. */
@ApplicationScoped
class Mailboxes {
    private final MailboxesConfig config;

    Mailboxes(MailboxesConfig config) {
        this.config = config;
    }

    /** @throws IllegalStateException if there is no such mailbox in the settings */
    String organisation(String mailbox) {
        return Optional.ofNullable(config.byName().get(mailbox))
                .map(MailboxesConfig.Mailbox::organisation)
                .orElseThrow(() -> new IllegalStateException("No mailbox " + mailbox + " is in the settings"));
    }

    /** Reads mails as they come to that mailbox; one that is not in the settings any more trusts nobody. */
    MailParser parser(String mailbox) {
        return Optional.ofNullable(config.byName().get(mailbox))
                .map(settings -> new MailParser(settings.authservId(), settings.ownAddresses()))
                .orElseGet(MailParser::new);
    }

    /** The addresses of the organisation's mailboxes, of every other one, and where its postings let candidates write. */
    OwnAddresses own(String organisation, Stream<KnownPosting> postings) {
        var settings = config.byName().values();
        return new OwnAddresses(
                settings.stream()
                        .filter(mailbox -> mailbox.organisation().equals(organisation))
                        .flatMap(mailbox -> mailbox.ownAddresses().stream()),
                Stream.concat(
                        settings.stream().flatMap(mailbox -> mailbox.ownAddresses().stream()),
                        postings.flatMap(posting -> Stream.ofNullable(posting.applyAddress()))
                                .map(EmailAddress::text)));
    }

    /**
     * Names with the organisation of each.
     *
     * @param organisations only theirs; null for everybody's
     */
    Map<String, String> of(@Nullable Set<String> organisations) {
        var names = new TreeMap<String, String>();
        config.byName().forEach((name, settings) -> {
            if (organisations == null || organisations.contains(settings.organisation())) {
                names.put(name, settings.organisation());
            }
        });
        return names;
    }
}
