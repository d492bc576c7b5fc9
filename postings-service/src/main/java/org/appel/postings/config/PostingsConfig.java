package org.appel.postings.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The settings of the postings-service, all under {@code appel.postings}. */
@ConfigMapping(prefix = "appel.postings")
public interface PostingsConfig {

    Closing closing();

    Lists lists();

    Site site();

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

    /** Under which addresses the public reaches the installation; links in feeds, pages and mails begin with them. */
    interface Site {

        /** Of this service, without a slash at the end. */
        @WithDefault("http://127.0.0.1:8081")
        URI url();

        /** Of the applications-service, without a slash at the end. */
        @WithDefault("http://127.0.0.1:8082")
        URI applicationsUrl();
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

        /** Signs the links of previews; the same for all replicas. */
        String previewSecret();

        /** How long the link of a preview opens it. */
        @WithDefault("24h")
        Duration previewLife();
    }
}
