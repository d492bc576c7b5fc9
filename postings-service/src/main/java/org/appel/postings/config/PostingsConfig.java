package org.appel.postings.config;

import java.net.URI;
import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The settings of the postings-service, all under {@code appel.postings}. */
@ConfigMapping(prefix = "appel.postings")
public interface PostingsConfig {

    Closing closing();

    Lists lists();

    Reading reading();

    Site site();

    /** How postings are closed when their deadline has passed. */
    interface Closing {

        /** How often each replica looks for due postings; 100 ms or more. */
        @WithDefault("500ms")
        Duration every();

        /** How many postings one transaction closes at most; one or more. */
        @WithDefault("100")
        int batch();
    }

    /** How lists are cut into pages. */
    interface Lists {

        /** Items of a page when the caller does not say; 1 to 100. */
        @WithDefault("20")
        int pageSize();
    }

    /** How answers to the public are kept, here and by others. */
    interface Reading {

        /** How often each replica looks whether another one changed something; 10 ms or more. */
        @WithDefault("50ms")
        Duration lookEvery();

        /**
         * How long after a look that succeeded kept answers are still given out; more than {@link #lookEvery}. Nothing that
         * another replica changed stays unseen longer.
         */
        @WithDefault("500ms")
        Duration trustedFor();

        /**
         * How long shared caches, such as a CDN, may give out an answer without asking: whole seconds, zero to let them ask
         * each time. A posting that was withdrawn may be shown so long; one whose deadline passes never is.
         */
        @WithDefault("10s")
        Duration sharedFor();

        /** How much memory the kept answers may take; compressed bytes included, roughly. */
        @WithDefault("16M")
        MemorySize answers();

        /** How much memory the kept lines of lists may take, roughly. */
        @WithDefault("16M")
        MemorySize lines();
    }

    /** Under which addresses the public reaches the installation; links in feeds, pages and mails begin with them. */
    interface Site {

        /** Of this service, without a slash at the end. */
        @WithDefault("http://127.0.0.1:8081")
        URI url();

        /** Of the applications-service, without a slash at the end. */
        @WithDefault("http://127.0.0.1:8082")
        URI applicationsUrl();
    }
}
