package org.appel.applications.storage;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import io.quarkus.runtime.Startup;
import org.jspecify.annotations.Nullable;

import org.appel.applications.config.DocumentsConfig;

/** The stores that are set, and the one of them that new contents go to. */
@Startup
@Singleton
class DocumentStores {
    private final Sql sql;
    private final Map<String, DocumentStore> byName = new HashMap<>();
    private final DocumentStore chosen;
    private volatile @Nullable UUID home;

    /** @throws IllegalStateException if the chosen one is unknown or cannot be used: the service does not start */
    DocumentStores(DatabaseDocumentStore database, Sql sql, DocumentsConfig config) {
        this.sql = sql;
        Supplier<UUID> lazily = this::home;
        byName.put(database.name(), database);
        config.folder().ifPresent(folder -> {
            var store = new FolderDocumentStore(folder, lazily);
            store.requireWritable();
            byName.put(store.name(), store);
        });
        config.s3().bucket().ifPresent(bucket -> {
            var store = S3DocumentStore.of(config.s3(), bucket, lazily);
            store.requireBucket();
            byName.put(store.name(), store);
        });
        chosen = choose(config.store());
    }

    private DocumentStore choose(String name) {
        var store = byName.get(name);
        if (store != null) {
            return store;
        }
        throw new IllegalStateException(
                switch (name) {
                    case FolderDocumentStore.NAME -> "appel.documents.store is folder: set appel.documents.folder, too";
                    case S3DocumentStore.NAME -> "appel.documents.store is s3: set appel.documents.s3.bucket, too";
                    default -> "appel.documents.store must be database, folder or s3";
                });
    }

    /** Where new contents go. */
    DocumentStore chosen() {
        return chosen;
    }

    /** @throws IOException if no store of that name is set any more */
    DocumentStore named(String name) throws IOException {
        var store = byName.get(name);
        if (store == null) {
            throw new IOException("appel.documents: contents lie in store " + name + ", which is not set");
        }
        return store;
    }

    /** Those outside the database. */
    List<ObjectStore> outside() {
        return byName.values().stream()
                .filter(ObjectStore.class::isInstance)
                .map(ObjectStore.class::cast)
                .toList();
    }

    @PreDestroy
    void close() {
        outside().forEach(ObjectStore::close);
    }

    private UUID home() {
        var known = home;
        if (known == null) {
            known = sql.first("SELECT id FROM content_home", _ -> {}, row -> row.getObject(1, UUID.class))
                    .orElseThrow();
            home = known;
        }
        return known;
    }
}
