package org.appel.applications.model;

/**
 * A candidate's document that was checked and is sound.
 *
 * @param size of the content in bytes
 * @param content in clear
 */
public record Document(DocumentKind kind, DocumentType type, FileName name, long size, Content content) {
    public Document {
        if (size < 0) {
            throw new IllegalArgumentException("a size below zero");
        }
    }

    @Override
    public String toString() {
        return "Document[" + kind + ", " + type + ", " + size + " bytes]";
    }
}
