package org.appel.applications.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.Content;
import org.appel.applications.model.Refusal;
import org.appel.applications.storage.Contents.Kept;

/**
 * Contents that belong to no application, such as a message that nobody has sorted yet: each sealed with a key of its
 * own, which is wrapped by the master keyset and bound to the id that the caller gives.
 *
 * <pre>{@code
 * var staged = blobs.stage(message, size, Content.of(file));   // before the transaction
 * blobs.keep(staged);                                          // within it
 * }</pre>
 */
@ApplicationScoped
public class SealedBlobs {
    private static final String INSERT =
            "INSERT INTO sealed_blob (id, store, wrapped_key, size, kept_at) VALUES (?, ?, ?, ?, appel_now())";

    private final Sql sql;
    private final Vault vault;
    private final Contents contents;

    SealedBlobs(Sql sql, Vault vault, Contents contents) {
        this.sql = sql;
        this.vault = vault;
        this.contents = contents;
    }

    /** A blob that is ready to be kept; one that is never kept costs nothing and cannot be read by anybody. */
    public static final class Staged {
        private final String store;
        private final ContentKey key;
        private final long size;
        private final SealedContent content;

        private Staged(String store, ContentKey key, long size, SealedContent content) {
            this.store = store;
            this.key = key;
            this.size = size;
            this.content = content;
        }

        @Override
        public String toString() {
            return "Staged[" + content + "]";
        }
    }

    /**
     * Makes a content ready to be kept, before the transaction that keeps it. It must come within the time after which
     * what was put is taken for an orphan.
     *
     * @param id of its owner, which has no other blob
     * @param size of the content in bytes
     * @throws ApplicationRefused with {@link Refusal.DocumentsAway} if the store is away
     */
    public Staged stage(UUID id, long size, Content clear) {
        var key = ContentKey.fresh(id);
        var content = SealedContent.of(key, size, clear);
        return new Staged(contents.stage(List.of(content)), key, size, content);
    }

    /**
     * Keeps it, with the current transaction.
     *
     * @throws TakenMeanwhile if there is one of that id already
     */
    public void keep(Staged staged) {
        var id = staged.content.id();
        sql.update(INSERT, q -> {
            q.setObject(1, id);
            q.setString(2, staged.store);
            q.setBytes(3, vault.wrap(id, staged.key));
            q.setLong(4, staged.size);
        });
        contents.keep(staged.store, List.of(staged.content));
    }

    /**
     * Writes the content in clear.
     *
     * @return whether it is whole; false if there is none of that id, or no more: somebody may forget it meanwhile
     * @throws ApplicationRefused with {@link Refusal.DocumentsAway}
     * @throws IllegalStateException if it is lost or was changed
     * @throws IOException if it was cut off or changed further in, or cannot be written
     */
    public boolean writeTo(UUID id, OutputStream clear) throws IOException {
        var found = find(id);
        if (found.isEmpty()) {
            return false;
        }
        try (var content = contents.open(found.get().content(), found.get().key())) {
            content.transferTo(clear);
            return true;
        } catch (IOException | IllegalStateException e) {
            if (find(id).isEmpty()) {
                return false;
            }
            throw e;
        }
    }

    /** Destroys keys and contents with the current transaction; those that are not there are no fault. */
    public void forget(Collection<UUID> ids) {
        contents.remove(sql.list(
                "DELETE FROM sealed_blob WHERE id = ANY (?) RETURNING id, store",
                q -> q.setObject(1, ids.toArray(UUID[]::new)),
                row -> new Kept(row.getObject("id", UUID.class), row.getString("store"))));
    }

    private Optional<Openable> find(UUID id) {
        return sql.first(
                "SELECT store, wrapped_key FROM sealed_blob WHERE id = ?",
                q -> q.setObject(1, id),
                row -> new Openable(
                        new Kept(id, row.getString("store")), vault.unwrapContentKey(id, row.getBytes("wrapped_key"))));
    }

    private record Openable(Kept content, ContentKey key) {}
}
