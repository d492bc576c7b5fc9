package org.appel.applications.storage;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.Refusal;

/** Contents of documents and blobs on their way into a {@link DocumentStore}, out of it and out of the world. */
@ApplicationScoped
class Contents {
    private static final Logger LOG = Logger.getLogger(Contents.class);

    private final DocumentStores stores;
    private final ContentRemovals removals;

    Contents(DocumentStores stores, ContentRemovals removals) {
        this.stores = stores;
        this.removals = removals;
    }

    /** A content that is kept, and where. */
    record Kept(UUID id, String store) {}

    /**
     * Brings them where they shall stay, as far as that is done before the transaction that names them.
     *
     * @return the name of the store
     * @throws ApplicationRefused with {@link Refusal.DocumentsAway}
     */
    String stage(List<SealedContent> contents) {
        var store = stores.chosen();
        if (store instanceof ObjectStore outside) {
            try {
                outside.put(contents);
            } catch (IOException e) {
                throw away(store.name(), e);
            }
        }
        return store.name();
    }

    /** Does the rest of {@link #stage} in the transaction that names them. */
    void keep(String store, List<SealedContent> contents) {
        try {
            if (!(stores.named(store) instanceof ObjectStore) && !contents.isEmpty()) {
                stores.named(store).put(contents);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The content in clear.
     *
     * @throws ApplicationRefused with {@link Refusal.DocumentsAway}
     * @throws IllegalStateException if it is lost or was changed
     */
    InputStream open(Kept content, ContentKey key) {
        try {
            var sealed = new StoreStream(stores.named(content.store()).get(content.id()));
            return begun(key.open(sealed), sealed, content);
        } catch (FileNotFoundException lost) {
            throw new IllegalStateException("Content " + content.id() + " is lost");
        } catch (IOException e) {
            throw away(content.store(), e);
        }
    }

    /** One whose beginning does not open is another one, or was changed: that is known before anything is sent. */
    private static InputStream begun(InputStream opened, StoreStream sealed, Kept content) throws IOException {
        var begun = new BufferedInputStream(opened);
        begun.mark(1);
        try {
            begun.read();
        } catch (IOException e) {
            begun.close();
            if (sealed.fault() != null) {
                throw sealed.fault();
            }
            // Without the cause, which would pass for trouble that goes away.
            throw new IllegalStateException("Content " + content.id() + " does not open: " + e.getMessage());
        }
        begun.reset();
        return begun;
    }

    /** Destroys them with the current transaction, those outside the database soon after it. */
    void remove(List<Kept> contents) {
        var inside = contents.stream()
                .filter(content -> content.store().equals(DatabaseDocumentStore.NAME))
                .map(Kept::id)
                .toList();
        try {
            stores.named(DatabaseDocumentStore.NAME).remove(inside);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        removals.queue(contents.stream()
                .filter(content -> !content.store().equals(DatabaseDocumentStore.NAME))
                .toList());
    }

    private static ApplicationRefused away(String store, IOException reason) {
        LOG.warnf("document store is away store=%s reason=%s", store, reason);
        return new ApplicationRefused(new Refusal.DocumentsAway());
    }
}
