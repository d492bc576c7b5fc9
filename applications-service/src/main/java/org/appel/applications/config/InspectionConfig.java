package org.appel.applications.config;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The processes beside this one that look into documents. */
@ConfigMapping(prefix = "appel.inspection")
public interface InspectionConfig {
    /** Documents that are looked into at one time; each process is started when it is needed. */
    @WithDefault("2")
    int processes();

    /** Heap of each. */
    @WithDefault("192M")
    MemorySize heap();

    /** The longest that one document may take; what takes longer is not taken. */
    @WithDefault("20s")
    Duration timeLimit();

    /** Documents after which a process is replaced; a new one takes two seconds of a core until it has found its pace. */
    @WithDefault("100000")
    int recycleAfter();

    /** How long a document waits for a free process before the sender is told to come again. */
    @WithDefault("20s")
    Duration patience();
}
