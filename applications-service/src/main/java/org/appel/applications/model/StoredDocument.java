package org.appel.applications.model;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A document of an application, without its content.
 *
 * @param size of the content in bytes
 * @param alsoHolds what it is besides
 * @param unclear whether HR has to say what it is
 */
public record StoredDocument(
        UUID id,
        DocumentKind kind,
        DocumentType type,
        long size,
        FileName name,
        Instant receivedAt,
        Set<DocumentKind> alsoHolds,
        boolean unclear) {
    /** One of which the candidate said what it is. */
    public StoredDocument(UUID id, DocumentKind kind, DocumentType type, long size, FileName name, Instant receivedAt) {
        this(id, kind, type, size, name, receivedAt, Set.of(), false);
    }

    public StoredDocument {
        alsoHolds = Set.copyOf(alsoHolds);
    }

    /** Whether a document of that kind is in it. */
    public boolean holds(DocumentKind wanted) {
        return kind.equals(wanted) || alsoHolds.contains(wanted);
    }
}
