package org.appel.applications.config;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The candidate's own view of an application. */
@ConfigMapping(prefix = "appel.candidate")
public interface CandidateConfig {
    /**
     * The address of the view as a candidate reaches it; {@code {id}} stands for the application's id, {@code {token}}
     * for the token that opens it.
     */
    String link();

    /** How long a link opens the view. */
    @WithDefault("30d")
    Duration linkLife();

    /** How long a browser that came by the link may go on without it. */
    @WithDefault("30m")
    Duration sessionLife();

    /** A new link is sent at most once in this time, however often it is asked for. */
    @WithDefault("10m")
    Duration renewEvery();
}
