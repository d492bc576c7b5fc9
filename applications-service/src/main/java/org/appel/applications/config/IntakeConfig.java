package org.appel.applications.config;

import java.net.URI;
import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of the intake. */
@ConfigMapping(prefix = "appel.intake")
public interface IntakeConfig {
    /**
     * From a request's headers to the end of its body. The intake of a deadline is counted when this, {@link #patience}
     * and {@link #work} have gone by after it.
     */
    @WithDefault("60s")
    Duration uploadLimit();

    /** Largest document. */
    @WithDefault("10M")
    MemorySize documentLimit();

    /** Most documents in one application. */
    @WithDefault("12")
    int documents();

    /** Applications with documents that are checked, encrypted and stored at one time, best twice the cores; others wait. */
    @WithDefault("4")
    int inWork();

    /** Applications that wait for their turn; who comes when so many do is told at once to come again. */
    @WithDefault("200")
    int waiting();

    /** How long a request waits for its turn before it is told to come again. */
    @WithDefault("20s")
    Duration patience();

    /** How long it may take to look into the documents of one application, to seal and to store them. */
    @WithDefault("10s")
    Duration work();

    /** How long the count of an intake waits, after its end, for mailboxes that were not read up to there. */
    @WithDefault("15m")
    Duration mailboxPatience();

    /** How long the answer to an Idempotency-Key is kept. */
    @WithDefault("30d")
    Duration keepAnswers();

    /**
     * The careers site as candidates reach it, without a slash at the end: who applied by its form is led back there.
     */
    @WithDefault("http://127.0.0.1:8081/careers")
    URI careersUrl();
}
