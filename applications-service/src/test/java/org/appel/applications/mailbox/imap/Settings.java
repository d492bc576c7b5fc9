package org.appel.applications.mailbox.imap;

import java.util.HashMap;
import java.util.Map;

import io.smallrye.config.SmallRyeConfigBuilder;

import org.appel.applications.config.MailboxesConfig;
import org.appel.applications.config.MailboxesConfig.Mailbox;

/** Settings of a mailbox, as a file would have them. */
final class Settings {
    private final Map<String, String> values = new HashMap<>(Map.of(
            "organisation", "omct",
            "host", "127.0.0.1",
            "protection", "none",
            "username", MailServer.USER,
            "password", MailServer.PASSWORD,
            // The library's server does not tell of what comes in the moment before IDLE.
            "poll", "1s",
            "read-timeout", "2s"));

    Settings(int port) {
        with("port", Integer.toString(port));
    }

    Settings with(String key, String value) {
        values.put(key, value);
        return this;
    }

    Settings without(String key) {
        values.remove(key);
        return this;
    }

    Mailbox build() {
        var properties = new HashMap<String, String>();
        values.forEach((key, value) -> properties.put("appel.mailboxes.x." + key, value));
        return config(properties).byName().get("x");
    }

    static MailboxesConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(MailboxesConfig.class)
                .withDefaultValues(properties)
                .build()
                .getConfigMapping(MailboxesConfig.class);
    }
}
