package org.appel.applications.mailbox;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Mailboxes enough that each test has one of its own, with an organisation of its own; no server is behind them. */
public class ManyMailboxes implements QuarkusTestProfile {
    public static final int NUMBER = 80;

    @Override
    public Map<String, String> getConfigOverrides() {
        var settings = new HashMap<String, String>();
        for (int i = 0; i < NUMBER; i++) {
            var prefix = "appel.mailboxes." + name(i) + ".";
            settings.put(prefix + "organisation", name(i));
            settings.put(prefix + "host", "127.0.0.1");
            settings.put(prefix + "port", "1");
            settings.put(prefix + "protection", "none");
            settings.put(prefix + "username", "jobs@" + name(i) + ".example");
            settings.put(prefix + "password", "none");
            settings.put(prefix + "authserv-id", "mx." + name(i) + ".example");
        }
        return settings;
    }

    public static String name(int number) {
        return "t" + number;
    }
}
