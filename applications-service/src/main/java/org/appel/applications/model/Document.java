package org.appel.applications.model;

import java.util.Set;

/**
 * A candidate's document that was checked and is sound.
 *
 * @param size of the content in bytes
 * @param content in clear
 * @param alsoHolds what it is besides: a CV that begins with the cover letter
 * @param unclear whether the candidate did not say what it is, nor could it be told
 */
public record Document(
        DocumentKind kind,
        DocumentType type,
        FileName name,
        long size,
        Content content,
        Set<DocumentKind> alsoHolds,
        boolean unclear) {
    /** One of which the candidate said what it is. */
    public Document(DocumentKind kind, DocumentType type, FileName name, long size, Content content) {
        this(kind, type, name, size, content, Set.of(), false);
    }

    public Document {
        alsoHolds = Set.copyOf(alsoHolds);
        if (size < 0) {
            throw new IllegalArgumentException("a size below zero");
        }
    }

    /** Whether a document of that kind is in it. */
    public boolean holds(DocumentKind wanted) {
        return kind.equals(wanted) || alsoHolds.contains(wanted);
    }

    @Override
    public String toString() {
        return "Document[" + kind + ", " + type + ", " + size + " bytes]";
    }
}
