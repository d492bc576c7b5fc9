package org.appel.applications.config;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long applications are kept. */
@ConfigMapping(prefix = "appel.retention")
public interface RetentionConfig {
    /** For postings that do not say, in months. */
    @WithDefault("24")
    int defaultMonths();

    /** How long before the erasure its candidate is told, at least. */
    @WithDefault("14d")
    Duration announceBefore();

    /** Whether applications of those who were hired stay until somebody erases them. */
    @WithDefault("false")
    boolean keepHired();
}
