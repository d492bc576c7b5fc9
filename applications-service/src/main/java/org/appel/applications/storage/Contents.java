package org.appel.applications.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

/** Contents of documents and blobs on their way into a {@link DocumentStore}, out of it and out of the world. */
@ApplicationScoped
class Contents {
    private final DatabaseDocumentStore database;

    Contents(DatabaseDocumentStore database) {
        this.database = database;
    }

    /** A content that is kept, and where. */
    record Kept(UUID id, String store) {}

    /**
     * Brings them where they shall stay, as far as that is done before the transaction that names them.
     *
     * @return the name of the store
     */
    String stage(List<SealedContent> contents) {
        return database.name();
    }

    /** Does the rest of {@link #stage} in the transaction that names them. */
    void keep(String store, List<SealedContent> contents) {
        try {
            database.put(contents);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content in clear. */
    InputStream open(Kept content, ContentKey key) {
        try {
            return key.open(database.get(content.id()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Destroys them: at once or, where the store is another than the database, soon after the transaction. */
    void remove(List<Kept> contents) {
        database.remove(contents.stream().map(Kept::id).toList());
    }
}
