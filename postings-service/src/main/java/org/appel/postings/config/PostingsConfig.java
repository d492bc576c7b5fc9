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

    Feeds feeds();

    ReliefWeb reliefweb();

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

    /** Open postings for readers, boards and search engines. */
    interface Feeds {

        /** Entries of a page of the feeds for readers; one or more. */
        @WithDefault("100")
        int pageSize();

        /** Pages that one sitemap names at most; 2 to 50000, which is the most that crawlers take. */
        @WithDefault("50000")
        int sitemapPages();
    }

    /** How postings are given to ReliefWeb. */
    interface ReliefWeb {

        /** Whether they are; provider and key must be set then. */
        @WithDefault("false")
        boolean enabled();

        /** Where documents are put, without a slash at the end. */
        @WithDefault("https://reliefweb.int/api/v2/jobs")
        URI url();

        /** Whom ReliefWeb knows us as: the provider's UUID. */
        Optional<String> provider();

        /** The provider's key; a secret. */
        Optional<String> key();

        /** What ReliefWeb counts our requests under. */
        @WithDefault("appel")
        String appname();

        /** How often each replica looks for what has to be sent. */
        @WithDefault("5s")
        Duration every();

        /** How long an answer is waited for. */
        @WithDefault("20s")
        Duration timeout();

        /** After what time another replica takes over what one has in hand; longer than the timeout. */
        @WithDefault("2m")
        Duration lease();

        /** Time between two requests of all replicas together. */
        @WithDefault("1s")
        Duration interval();

        /** Requests of all replicas together a day (UTC). */
        @WithDefault("100")
        int dailyQuota();

        /** Pause after the first failure; each further one doubles it. */
        @WithDefault("30s")
        Duration firstRetry();

        /** The longest pause after failures. */
        @WithDefault("6h")
        Duration longestRetry();
    }
}
