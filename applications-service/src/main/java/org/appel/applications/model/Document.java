package org.appel.applications.model;

/**
 * A candidate's document that was checked and is sound.
 *
 * @param content in clear; not copied, since it may be as large as 10 MiB: nobody changes it
 */
public record Document(DocumentKind kind, DocumentType type, FileName name, byte[] content) {
    @Override
    public String toString() {
        return "Document[" + kind + ", " + type + ", " + content.length + " bytes]";
    }
}
