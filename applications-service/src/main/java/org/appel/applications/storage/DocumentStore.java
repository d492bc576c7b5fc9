package org.appel.applications.storage;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Where sealed contents lie. It never sees anything in clear, and never holds a content whole in memory. */
interface DocumentStore {
    /** The name in the settings and in the rows, such as {@code database}. */
    String name();

    /** Keeps them; when it returns, they are there to stay, or will be with the current transaction. */
    void put(List<SealedContent> contents) throws IOException;

    /**
     * The sealed content from its beginning.
     *
     * @throws IOException if it is not there, or the store is away
     */
    InputStream get(UUID content) throws IOException;

    /** Destroys them; those that are not there are no fault. */
    void remove(Collection<UUID> contents) throws IOException;
}
