package org.appel.applications.storage;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

/** Destroys contents outside the database that no row names: their transaction never came to its end. */
@ApplicationScoped
class OrphanSweep {
    private static final Logger LOG = Logger.getLogger(OrphanSweep.class);

    private static final String UNNAMED = """
            SELECT c.id FROM unnest(?) AS c (id)
            WHERE NOT EXISTS (SELECT FROM document d WHERE d.id = c.id)
              AND NOT EXISTS (SELECT FROM sealed_blob b WHERE b.id = c.id)""";

    private final Sql sql;

    OrphanSweep(Sql sql) {
        this.sql = sql;
    }

    /** @param putBefore so long ago that nobody can be about to name it */
    void sweep(ObjectStore store, Instant putBefore) throws IOException {
        store.eachBefore(putBefore, contents -> {
            var orphans = unnamed(contents);
            if (!orphans.isEmpty()) {
                store.remove(orphans);
                LOG.infof("orphans removed store=%s number=%d", store.name(), orphans.size());
            }
        });
    }

    private List<UUID> unnamed(List<UUID> contents) {
        return sql.list(
                UNNAMED, q -> q.setObject(1, contents.toArray(UUID[]::new)), row -> row.getObject(1, UUID.class));
    }
}
