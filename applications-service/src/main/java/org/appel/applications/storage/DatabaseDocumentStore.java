package org.appel.applications.storage;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

/** Keeps documents in the service's own database, in the transaction of their application. */
@ApplicationScoped
class DatabaseDocumentStore implements DocumentStore {
    private final Sql sql;

    DatabaseDocumentStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void put(List<Sealed> documents) {
        sql.updateEach("INSERT INTO document_content (document_id, sealed) VALUES (?, ?)", documents, (q, document) -> {
            q.setObject(1, document.id());
            q.setBytes(2, document.content());
        });
    }

    @Override
    public byte[] get(UUID document) {
        return sql.first(
                        "SELECT sealed FROM document_content WHERE document_id = ?",
                        q -> q.setObject(1, document),
                        row -> row.getBytes(1))
                .orElseThrow(() -> new IllegalStateException("Document " + document + " has no content"));
    }

    @Override
    public void remove(Collection<UUID> documents) {
        sql.update(
                "DELETE FROM document_content WHERE document_id = ANY (?)",
                q -> q.setObject(1, documents.toArray(UUID[]::new)));
    }
}
