package org.appel.applications.storage;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A store outside the database. It knows no transactions: contents are put before the one that names them and removed
 * after the one that forgets them; what is left by those that failed is found by {@link OrphanSweep}.
 */
interface ObjectStore extends DocumentStore, AutoCloseable {
    /** Shows all contents that were put before that time, some hundreds at a time. */
    void eachBefore(Instant time, Page page) throws IOException;

    /** Takes some ids. */
    interface Page {
        void take(List<UUID> contents) throws IOException;
    }

    @Override
    void close();
}
