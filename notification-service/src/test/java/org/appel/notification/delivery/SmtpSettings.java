package org.appel.notification.delivery;

import java.util.HashMap;
import java.util.Map;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

import org.appel.notification.config.MailConfig;

/** Settings of the mail server for tests without a running service. */
final class SmtpSettings {

    private static final Map<String, String> USUAL = Map.of(
            "appel.mail.host", "127.0.0.1",
            "appel.mail.from", "no-reply@appel.example",
            "appel.mail.connect-timeout", "2s",
            "appel.mail.read-timeout", "1s",
            "appel.mail.total-timeout", "3s",
            "appel.mail.mails-per-connection", "50",
            "appel.mail.keep-alive", "20s");

    private SmtpSettings() {}

    /** The usual ones and these: name, value, name, value, … */
    static MailConfig of(String... more) {
        var values = new HashMap<>(USUAL);
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], more[i + 1]);
        }
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(MailConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 1000))
                .build()
                .getConfigMapping(MailConfig.class);
    }
}
