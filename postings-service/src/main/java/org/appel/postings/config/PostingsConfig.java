package org.appel.postings.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

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

    Reading reading();

    Site site();

    Feeds feeds();

    ReliefWeb reliefweb();

    Changes changes();

    Boards boards();

    Webhooks webhooks();

    Careers careers();

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

    /** How job boards hear of changes. */
    interface Changes {

        /**
         * How long a copy of a page of the log may be kept that more follows: for so long a text can still be read there
         * that was replaced or withdrawn.
         */
        @WithDefault("1m")
        Duration keepPages();

        /** How often a replica looks for changes that a replica of an earlier release wrote and that the log lacks. */
        @WithDefault("10s")
        Duration catchUp();

        /** How often a replica looks for changes that others wrote; its own are heard of at once. */
        @WithDefault("200ms")
        Duration every();

        /** How many of the newest entries a replica keeps in memory for its streams; one or more. */
        @WithDefault("500")
        int tail();

        /** How many streams a replica serves at once; one or more. Further ones are sent away with 503. */
        @WithDefault("1000")
        int streams();

        /** How many of them to one client; one or more. */
        @WithDefault("20")
        int streamsPerClient();

        /** How many of them to one address without a token; as many as come when not set. */
        OptionalInt anonymousStreams();

        /** How long a stream may be silent before it says that it is still there; shorter than proxies wait. */
        @WithDefault("15s")
        Duration heartbeat();

        /** After which time a reader comes again whose stream broke off. */
        @WithDefault("3s")
        Duration retry();
    }

    /** How much callers may ask of one replica. */
    interface Boards {

        /** Requests a minute of a job board for which no other number is registered; one or more. */
        @WithDefault("600")
        int requestsPerMinute();

        /** Requests a minute from one address without a token; as many as come when not set. */
        OptionalInt anonymousRequestsPerMinute();

        /** How soon a replica hears of a number that was changed. */
        @WithDefault("5s")
        Duration refresh();
    }

    /** How job boards are called when something has changed. */
    interface Webhooks {

        /**
         * Base64 of a Tink keyset as JSON, for AEAD (AES256_GCM), which seals the secrets of webhooks. A secret; without
         * it there are no webhooks.
         */
        Optional<String> keyset();

        /** Whether addresses may begin with http:// too; for a developer's machine. */
        @WithDefault("false")
        boolean allowHttp();

        /** Whether addresses may lead into private networks, to any port; for a developer's machine. */
        @WithDefault("false")
        boolean allowPrivateNetworks();

        /** The ports that addresses may have. */
        @WithDefault("443,8443")
        List<Integer> ports();

        /** The delays before the attempts of a message; each is made up to a fifth longer. */
        @WithDefault("0s,5s,5m,30m,2h,5h,10h,14h,20h,24h")
        List<Duration> schedule();

        /** How long one attempt may take, from the look-up of the name to the answer's last byte. */
        @WithDefault("20s")
        Duration timeout();

        /** How many messages a replica sends at once; one or more. */
        @WithDefault("16")
        int hands();

        /** How many of them to one webhook; one or more, and fewer than all. */
        @WithDefault("3")
        int concurrency();

        /** A webhook for which so many messages wait gets no more made; they stay in the log. */
        @WithDefault("1000")
        int backlog();

        /** How often a replica looks for messages that are due; for its own it is woken. */
        @WithDefault("500ms")
        Duration every();

        /** How many webhooks one client may have. */
        @WithDefault("20")
        int perClient();

        /** How many messages may be asked for again at once. */
        @WithDefault("10000")
        int redelivery();

        /** For how long a webhook is left alone at least that answers 429, 502, 503 or 504. */
        @WithDefault("30s")
        Duration rest();

        /** For how long at most, whatever it asks for. */
        @WithDefault("1d")
        Duration longestRest();

        /** A webhook that no message has reached for so long is disabled. */
        @WithDefault("5d")
        Duration disableAfter();

        /** How long a secret that was replaced still signs beside its successor. */
        @WithDefault("24h")
        Duration overlap();

        /** How long messages that have ended are remembered. */
        @WithDefault("30d")
        Duration keep();
    }

    /** The careers site. */
    interface Careers {

        /** How the site calls itself. */
        @WithDefault("Appel")
        String name();

        /** Postings in a page of its list; 1 to 100. */
        @WithDefault("20")
        int pageSize();

        /**
         * Which other sites may show an organisation's list in a frame, as sources of a Content-Security-Policy such as
         * {@code https://www.example.org}; none unless it is set.
         */
        Optional<List<String>> frameAncestors();

        /** How long browsers and caches may keep a page; never past the next deadline on it. */
        @WithDefault("60s")
        Duration keep();

        /** The largest document, as the applications-service takes it; the form says so. */
        @WithDefault("10M")
        MemorySize documentLimit();

        /**
         * How long applications are kept where a notice does not say, in months, as the applications-service keeps them; the
         * form says so.
         */
        @WithDefault("24")
        int retentionMonths();

        /** Signs the links of previews; the same for all replicas. */
        String previewSecret();

        /** How long the link of a preview opens it. */
        @WithDefault("24h")
        Duration previewLife();
    }
}
