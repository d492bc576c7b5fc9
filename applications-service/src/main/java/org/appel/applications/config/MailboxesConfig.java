package org.appel.applications.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/**
 * The mailboxes that are read, each under a name of small letters and digits: {@code appel.mailboxes.<name>.host} and so
 * on. Without one nothing runs.
 */
@ConfigMapping(prefix = "appel.mailboxes")
public interface MailboxesConfig {
    /** The mailboxes by their names. */
    @WithParentName
    Map<String, Mailbox> byName();

    /** The names of the mailboxes of that organisation. */
    default List<String> of(String organisation) {
        return byName().entrySet().stream()
                .filter(entry -> entry.getValue().organisation().equals(organisation))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /**
     * What is wrong with the settings beyond what each says for itself, all at once, with the names of the settings.
     *
     * @param knowsCertificates whether there is a {@code quarkus.tls.<name>}
     */
    default List<String> faults(Predicate<String> knowsCertificates) {
        return new MailboxFaults(knowsCertificates).of(byName());
    }

    /** One mailbox. */
    interface Mailbox {
        /** Id of the organisation whose applications come here. */
        String organisation();

        /** The IMAP server. */
        String host();

        /** Its port; without one 993 with {@code tls}, else 143. */
        OptionalInt port();

        /** How the line is protected: {@code tls} (from the start), {@code starttls} (never without) or {@code none}. */
        @WithDefault("tls")
        Protection protection();

        /** Name of a set of certificates, {@code quarkus.tls.<name>.*}; without one those that Java trusts. */
        Optional<String> tlsConfiguration();

        /** Name for the login. */
        String username();

        /** Password for the login; none with {@link #oauth}. */
        Optional<String> password();

        /** A bearer token for the login, instead of a password. */
        Optional<OAuth> oauth();

        /** The folders that are read, each by a connection of its own; {@code /} stands between levels. */
        @WithDefault("INBOX")
        List<String> folders();

        /** Where a message goes that became an application; made if it is missing. */
        @WithDefault("Appel/Taken")
        String takenFolder();

        /** Where every other message goes; made if it is missing. */
        @WithDefault("Appel/Set aside")
        String setAsideFolder();

        /** The organisation's own addresses, which are never answered; without any the login's name if it is one. */
        Optional<List<String>> addresses();

        /** How often the folders are looked at, also where the server tells of new messages by itself. */
        @WithDefault("1m")
        Duration poll();

        /**
         * Names by which the organisation's own servers call themselves in {@code Received} lines: the topmost such line
         * says when a message arrived. Without any the server's internal date does.
         */
        Optional<List<String>> trustedHosts();

        /** The name under which the receiving server writes its {@code Authentication-Results}; without it none counts. */
        Optional<String> authservId();

        /** A larger message is set aside unread, for people to look at. */
        @WithDefault("50M")
        MemorySize largestMessage();

        /** Longest wait for a connection. */
        @WithDefault("10s")
        Duration connectTimeout();

        /** Longest wait for an answer of the server, after which the line is taken for dead. */
        @WithDefault("30s")
        Duration readTimeout();

        /** {@link #addresses}, or what stands in for them. */
        default List<String> ownAddresses() {
            return addresses().orElseGet(() -> username().contains("@") ? List.of(username()) : List.of());
        }

        /** {@link #port}, or what stands in for it. */
        default int effectivePort() {
            return port().orElse(protection() == Protection.TLS ? 993 : 143);
        }
    }

    /** Where the bearer token comes from. */
    interface OAuth {
        /** The token endpoint. */
        URI tokenUrl();

        /** Id of the client that Appel is to the issuer. */
        String clientId();

        /** Its secret. */
        String clientSecret();

        /** Scopes, such as {@code https://outlook.office365.com/.default}, separated by blanks. */
        Optional<String> scope();

        /** A refresh token of the mailbox's owner; without one the client's own credentials are used. */
        Optional<String> refreshToken();
    }

    /** How the line is protected. */
    enum Protection {
        NONE,
        STARTTLS,
        TLS
    }
}
