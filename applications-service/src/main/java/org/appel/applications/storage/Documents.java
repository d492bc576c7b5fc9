package org.appel.applications.storage;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.Document;
import org.appel.applications.model.DocumentKind;
import org.appel.applications.model.DocumentType;
import org.appel.applications.model.FileName;
import org.appel.applications.model.Refusal;
import org.appel.applications.model.StoredDocument;
import org.appel.applications.storage.Contents.Kept;
import org.appel.applications.storage.StagedDocuments.Staged;

/** The documents of applications: described in the database, their content sealed in a {@link DocumentStore}. */
@ApplicationScoped
public class Documents {
    private static final String INSERT = """
            INSERT INTO document (id, application_id, kind, media_type, size, sealed_name, sealed_key, store, received_at,
                                  also_holds, unclear)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String SELECT = """
            SELECT id, kind, media_type, size, sealed_name, received_at, also_holds, unclear
            FROM document WHERE application_id = ?
            """;

    /** One that holds something else besides, which does not come now, stays as that. */
    private static final String KEEP_REST = """
            UPDATE document d SET kind = rest.kinds[1], also_holds = rest.kinds[2:]
            FROM (SELECT id, ARRAY(SELECT also.kind FROM unnest(also_holds) WITH ORDINALITY AS also (kind, place)
                                   WHERE also.kind <> ALL (?) ORDER BY also.place) AS kinds
                  FROM document WHERE application_id = ? AND id = ANY (?)) rest
            WHERE d.id = rest.id AND rest.kinds <> '{}'""";

    private static final String REMOVE_REPLACED = """
            DELETE FROM document WHERE application_id = ? AND id = ANY (?) AND kind = ANY (?) RETURNING id, store""";

    private static final String OPEN = """
            SELECT a.erased_at, a.wrapped_key, d.sealed_key, d.store FROM application a
            LEFT JOIN document d ON d.application_id = a.id AND d.id = ?
            WHERE a.id = ?""";

    private final Sql sql;
    private final Vault vault;
    private final Contents contents;

    Documents(Sql sql, Vault vault, Contents contents) {
        this.sql = sql;
        this.vault = vault;
        this.contents = contents;
    }

    /**
     * Makes documents ready to be stored, before the transaction that stores them: bringing them to a store elsewhere
     * may take its time. What is staged may be stored by any later try, within the time after which it is taken for an
     * orphan.
     *
     * @throws ApplicationRefused with {@link Refusal.DocumentsAway} if the store is away
     */
    public StagedDocuments stage(List<Document> documents) {
        if (documents.isEmpty()) {
            return StagedDocuments.NONE;
        }
        var staged = documents.stream().map(Staged::of).toList();
        var store = contents.stage(staged.stream().map(Staged::content).toList());
        return new StagedDocuments(store, staged);
    }

    void add(SealingKey key, ApplicationId application, StagedDocuments staged, Instant receivedAt) {
        if (staged.size() == 0) {
            return;
        }
        sql.updateEach(INSERT, staged.documents(), (q, s) -> {
            q.setObject(1, s.id());
            q.setObject(2, application.value());
            q.setString(3, s.document().kind().name());
            q.setString(4, s.document().type().mediaType());
            q.setLong(5, s.document().size());
            q.setBytes(6, key.seal(s.document().name().text().getBytes(StandardCharsets.UTF_8), "name/" + s.id()));
            q.setBytes(7, key.seal(s.key()));
            q.setString(8, staged.store());
            q.setObject(9, Sql.time(receivedAt));
            q.setObject(
                    10,
                    s.document().alsoHolds().stream().map(DocumentKind::name).toArray(String[]::new));
            q.setBoolean(11, s.document().unclear());
        });
        contents.keep(
                staged.store(), staged.documents().stream().map(Staged::content).toList());
    }

    /** Removes the documents in whose place others come: all of those kinds. */
    void replace(ApplicationId application, StagedDocuments coming) {
        var kinds = names(coming.kinds());
        replace(
                application,
                sql.list(
                        "SELECT id FROM document WHERE application_id = ? AND kind = ANY (?)",
                        q -> {
                            q.setObject(1, application.value());
                            q.setObject(2, kinds);
                        },
                        row -> row.getObject("id", UUID.class)),
                coming);
    }

    /** Removes those in whose place others come. Nothing goes with them that does not come. */
    void replace(ApplicationId application, Collection<UUID> ids, StagedDocuments coming) {
        if (ids.isEmpty()) {
            return;
        }
        var replaced = ids.toArray(UUID[]::new);
        var kinds = names(coming.held());
        sql.update(KEEP_REST, q -> {
            q.setObject(1, kinds);
            q.setObject(2, application.value());
            q.setObject(3, replaced);
        });
        contents.remove(sql.list(
                REMOVE_REPLACED,
                q -> {
                    q.setObject(1, application.value());
                    q.setObject(2, replaced);
                    q.setObject(3, kinds);
                },
                Documents::kept));
    }

    private static String[] names(Collection<DocumentKind> kinds) {
        return kinds.stream().map(DocumentKind::name).toArray(String[]::new);
    }

    /**
     * Removes them all.
     *
     * @return how many there were
     */
    int removeAll(ApplicationId application) {
        var removed = sql.list(
                "DELETE FROM document WHERE application_id = ? RETURNING id, store",
                q -> q.setObject(1, application.value()),
                Documents::kept);
        contents.remove(removed);
        return removed.size();
    }

    /** In the order of their arrival. */
    List<StoredDocument> of(SealingKey key, ApplicationId application) {
        return sql.list(SELECT + "ORDER BY id", q -> q.setObject(1, application.value()), row -> entry(row, key));
    }

    Optional<StoredDocument> find(SealingKey key, ApplicationId application, UUID document) {
        return sql.first(
                SELECT + "AND id = ?",
                q -> {
                    q.setObject(1, application.value());
                    q.setObject(2, document);
                },
                row -> entry(row, key));
    }

    /** @throws ApplicationRefused if application or document are not there, or no more */
    InputStream content(ApplicationId application, UUID document) {
        var found = openable(application, document);
        try {
            return contents.open(found.content(), found.key());
        } catch (IllegalStateException lost) {
            // Somebody may have erased it since it was found; then it is not lost, and this says so.
            openable(application, document);
            throw lost;
        }
    }

    private Openable openable(ApplicationId application, UUID document) {
        return sql.first(
                        OPEN,
                        q -> {
                            q.setObject(1, document);
                            q.setObject(2, application.value());
                        },
                        row -> openable(row, application, document))
                .orElseThrow(() -> new ApplicationRefused(new Refusal.UnknownApplication(application)));
    }

    private Openable openable(ResultSet row, ApplicationId application, UUID document) throws SQLException {
        var erasedAt = Sql.instant(row, "erased_at");
        if (erasedAt != null) {
            throw new ApplicationRefused(new Refusal.Erased(application, erasedAt));
        }
        var sealedKey = row.getBytes("sealed_key");
        if (sealedKey == null) {
            throw new ApplicationRefused(new Refusal.UnknownDocument());
        }
        var key = vault.unwrap(application.value(), row.getBytes("wrapped_key"));
        return new Openable(new Kept(document, row.getString("store")), key.open(document, sealedKey));
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(row.getObject("id", UUID.class), row.getString("store"));
    }

    private static StoredDocument entry(ResultSet row, SealingKey key) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var name = key.open(row.getBytes("sealed_name"), "name/" + id);
        return new StoredDocument(
                id,
                new DocumentKind(row.getString("kind")),
                DocumentType.ofMediaType(row.getString("media_type")),
                row.getLong("size"),
                new FileName(new String(name, StandardCharsets.UTF_8)),
                Objects.requireNonNull(Sql.instant(row, "received_at")),
                Arrays.stream((String[]) row.getArray("also_holds").getArray())
                        .map(DocumentKind::new)
                        .collect(Collectors.toSet()),
                row.getBoolean("unclear"));
    }

    private record Openable(Kept content, ContentKey key) {}
}
