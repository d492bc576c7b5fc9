package org.appel.applications.mailbox;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Mailboxes enough that each test has one of its own, with an organisation of its own; no server is behind them. */
public class ManyMailboxes implements QuarkusTestProfile {
    public static final int NUMBER = 260;
    /** Of which tests that need a certain one make use. */
    private static final int RESERVED = 2;

    private static final String USED = ManyMailboxes.class.getName();

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

    /** One that no other test has, also none of another start of the service on the same database. */
    static String next() {
        synchronized (System.getProperties()) {
            int number = Integer.getInteger(USED, 0);
            if (number == NUMBER - RESERVED) {
                throw new IllegalStateException("There are more tests than mailboxes");
            }
            System.setProperty(USED, String.valueOf(number + 1));
            return name(number);
        }
    }

    public static String name(int number) {
        return "t" + number;
    }
}
