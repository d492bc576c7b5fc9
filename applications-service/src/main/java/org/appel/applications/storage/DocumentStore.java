package org.appel.applications.storage;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Where the sealed content of documents lies. It never sees anything in clear. */
interface DocumentStore {
    /** Keeps them, at the latest when the current transaction commits. */
    void put(List<Sealed> documents);

    /** @throws IllegalStateException if it is not there */
    byte[] get(UUID document);

    /** Destroys them; those that are not there are no fault. */
    void remove(Collection<UUID> documents);

    /** @param content encrypted; not copied */
    record Sealed(UUID id, byte[] content) {
        @Override
        public String toString() {
            return "Sealed[" + id + "]";
        }
    }
}
