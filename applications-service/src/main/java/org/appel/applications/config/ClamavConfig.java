package org.appel.applications.config;

import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The virus scanner: clamd, where there is one. */
@ConfigMapping(prefix = "appel.clamav")
public interface ClamavConfig {
    /** Of clamd; without it nothing is scanned. */
    Optional<String> host();

    @WithDefault("3310")
    int port();

    /** The longest that one scan may take. */
    @WithDefault("20s")
    Duration timeout();

    /** As clamd's own {@code StreamMaxLength}; larger documents are not taken. */
    @WithDefault("25M")
    MemorySize streamMaxLength();
}
