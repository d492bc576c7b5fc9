package org.appel.postings.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The settings of the postings-service, all under {@code appel.postings}. */
@ConfigMapping(prefix = "appel.postings")
public interface PostingsConfig {

    Closing closing();

    Lists lists();

    Schedule schedule();

    Bulk bulk();

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

    /** How drafts are published at the moment that was said for them. */
    interface Schedule {

        /** How often each replica looks for drafts whose time has come; 100 ms or more. */
        @WithDefault("500ms")
        Duration every();

        /** How many drafts one look takes up at most, each in a transaction of its own; one or more. */
        @WithDefault("100")
        int batch();
    }

    /** How many postings come in at once. */
    interface Bulk {

        /** The longest line of an import, in bytes, and the largest body of any other request. */
        @WithDefault("2M")
        MemorySize longestLine();

        /** Where an import waits on disk while it is worked through; by default where the JVM keeps such files. */
        Optional<Path> directory();
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
