package org.appel.applications.storage;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.Document;
import org.appel.applications.model.DocumentKind;
import org.appel.applications.model.DocumentType;
import org.appel.applications.model.FileName;
import org.appel.applications.model.StoredDocument;
import org.appel.service.Ids;

/** The documents of applications: described in the database, their content sealed in the {@link DocumentStore}. */
@ApplicationScoped
class Documents {
    private static final String INSERT = """
            INSERT INTO document (id, application_id, kind, media_type, size, sealed_name, received_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";

    private static final String SELECT =
            "SELECT id, kind, media_type, size, sealed_name, received_at FROM document WHERE application_id = ? ";

    private final Sql sql;
    private final DocumentStore store;

    Documents(Sql sql, DocumentStore store) {
        this.sql = sql;
        this.store = store;
    }

    void add(ApplicationKey key, ApplicationId application, List<Document> documents, Instant receivedAt) {
        if (documents.isEmpty()) {
            return;
        }
        var ids = documents.stream().map(_ -> Ids.next()).toList();
        var described = new ArrayList<Described>();
        var sealed = new ArrayList<DocumentStore.Sealed>();
        for (int i = 0; i < documents.size(); i++) {
            var document = documents.get(i);
            var name = document.name().text().getBytes(StandardCharsets.UTF_8);
            described.add(new Described(ids.get(i), document, key.seal(name, "name/" + ids.get(i))));
            sealed.add(new DocumentStore.Sealed(ids.get(i), key.seal(document.content(), "content/" + ids.get(i))));
        }
        sql.updateEach(INSERT, described, (q, d) -> {
            q.setObject(1, d.id());
            q.setObject(2, application.value());
            q.setString(3, d.document().kind().name());
            q.setString(4, d.document().type().mediaType());
            q.setInt(5, d.document().content().length);
            q.setBytes(6, d.sealedName());
            q.setObject(7, Sql.time(receivedAt));
        });
        store.put(sealed);
    }

    /** Removes the documents of those kinds. */
    void remove(ApplicationId application, List<DocumentKind> kinds) {
        if (kinds.isEmpty()) {
            return;
        }
        store.remove(sql.list(
                "DELETE FROM document WHERE application_id = ? AND kind = ANY (?) RETURNING id",
                q -> {
                    q.setObject(1, application.value());
                    q.setObject(2, kinds.stream().map(DocumentKind::name).toArray(String[]::new));
                },
                row -> row.getObject(1, UUID.class)));
    }

    /** Removes them all. */
    void removeAll(ApplicationId application) {
        store.remove(sql.list(
                "DELETE FROM document WHERE application_id = ? RETURNING id",
                q -> q.setObject(1, application.value()),
                row -> row.getObject(1, UUID.class)));
    }

    /** In the order of their arrival. */
    List<StoredDocument> of(ApplicationKey key, ApplicationId application) {
        return sql.list(SELECT + "ORDER BY id", q -> q.setObject(1, application.value()), row -> entry(row, key));
    }

    Optional<StoredDocument> find(ApplicationKey key, ApplicationId application, UUID document) {
        return sql.first(
                SELECT + "AND id = ?",
                q -> {
                    q.setObject(1, application.value());
                    q.setObject(2, document);
                },
                row -> entry(row, key));
    }

    byte[] content(ApplicationKey key, UUID document) {
        return key.open(store.get(document), "content/" + document);
    }

    private static StoredDocument entry(ResultSet row, ApplicationKey key) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var name = key.open(row.getBytes("sealed_name"), "name/" + id);
        return new StoredDocument(
                id,
                new DocumentKind(row.getString("kind")),
                DocumentType.ofMediaType(row.getString("media_type")),
                row.getInt("size"),
                new FileName(new String(name, StandardCharsets.UTF_8)),
                Objects.requireNonNull(Sql.instant(row, "received_at")));
    }

    private record Described(UUID id, Document document, byte[] sealedName) {}
}
