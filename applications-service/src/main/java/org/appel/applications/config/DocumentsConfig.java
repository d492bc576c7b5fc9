package org.appel.applications.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the sealed contents of documents lie. */
@ConfigMapping(prefix = "appel.documents")
public interface DocumentsConfig {
    /**
     * Where new contents go: {@code database}, {@code folder} or {@code s3}. What lies elsewhere from before stays there
     * and is read there, as long as that place is set, too.
     */
    @WithDefault("database")
    String store();

    /** A directory that all replicas share and that outlives them. */
    Optional<Path> folder();

    S3 s3();

    /** Whether contents that no row names are destroyed; off while a restored copy of the database is tried out. */
    @WithDefault("true")
    boolean sweep();

    /** How old such a content must be: far older than any request that may still be storing it. */
    @WithDefault("1h")
    Duration orphanAge();

    /** A bucket of Amazon S3, or of whatever speaks its protocol. Credentials come by the chain of the AWS SDK. */
    interface S3 {
        Optional<String> bucket();

        /** Of another server than Amazon's. */
        Optional<URI> endpoint();

        /** By default that of the AWS SDK's chain. */
        Optional<String> region();

        /** Whether the bucket is named in the path instead of the host, as most other servers than Amazon's need it. */
        @WithDefault("false")
        boolean pathStyle();

        /** How long one request to the store may take, with its repetitions. */
        @WithDefault("30s")
        Duration timeout();
    }
}
