package org.appel.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

/** The settings as they are shipped, for tests without a running service. */
public final class ShippedSettings {

    private ShippedSettings() {}

    /** A part of them, with these instead: name, value, name, value, … */
    public static <T> T of(Class<T> part, String... instead) {
        Map<String, String> values = new HashMap<>(Map.of("appel.mail.from", "no-reply@appel.example"));
        for (int i = 0; i < instead.length; i += 2) {
            values.put(instead[i], instead[i + 1]);
        }
        try {
            return new SmallRyeConfigBuilder()
                    .addDiscoveredConverters()
                    .addDefaultInterceptors()
                    .withMapping(part)
                    .withSources(new PropertiesConfigSource(
                            Path.of("src/main/resources/application.properties")
                                    .toUri()
                                    .toURL(),
                            100))
                    .withSources(new PropertiesConfigSource(values, "the test's own", 1000))
                    .build()
                    .getConfigMapping(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
