package org.appel.postings.config;

import java.net.URI;
import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The settings of the postings-service, all under {@code appel.postings}. */
@ConfigMapping(prefix = "appel.postings")
public interface PostingsConfig {

    Closing closing();

    Lists lists();

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
