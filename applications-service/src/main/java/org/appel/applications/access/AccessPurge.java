package org.appel.applications.access;

import java.time.Clock;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;

import org.appel.applications.config.AccessesConfig;
import org.appel.applications.storage.Accesses;

/** Forgets what is too old to be asked for. Any number of replicas may run it. */
@ApplicationScoped
class AccessPurge {
    /** Deleted in one transaction. */
    private static final int AT_ONCE = 5000;

    private final Accesses accesses;
    private final AccessesConfig config;
    private final Clock clock;

    AccessPurge(Accesses accesses, AccessesConfig config, Clock clock) {
        this.accesses = accesses;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "15m", identity = "access-purge")
    @RunOnVirtualThread
    void purge() {
        var moment = clock.instant().atZone(ZoneOffset.UTC).minus(config.keep()).toInstant();
        int forgotten;
        do {
            forgotten = accesses.forgetBefore(moment, AT_ONCE);
        } while (forgotten == AT_ONCE);
    }
}
