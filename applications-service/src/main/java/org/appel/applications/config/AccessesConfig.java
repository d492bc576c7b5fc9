package org.appel.applications.config;

import java.time.Period;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The log of who looked at which file. */
@ConfigMapping(prefix = "appel.accesses")
public interface AccessesConfig {
    /** How long it is kept, as an ISO 8601 period. */
    @WithDefault("P24M")
    Period keep();
}
