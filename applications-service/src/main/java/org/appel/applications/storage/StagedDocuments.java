package org.appel.applications.storage;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.appel.applications.model.Document;
import org.appel.applications.model.DocumentKind;
import org.appel.service.Ids;

/**
 * Documents that are ready to be stored, each with an id and a key of its own. Made by {@link Documents#stage} outside of
 * any transaction, stored by {@link Submissions}; one that is never stored costs nothing and cannot be read by anybody.
 */
public final class StagedDocuments {
    static final StagedDocuments NONE = new StagedDocuments("", List.of());

    private final String store;
    private final List<Staged> documents;

    StagedDocuments(String store, List<Staged> documents) {
        this.store = store;
        this.documents = List.copyOf(documents);
    }

    /** One of them. */
    record Staged(UUID id, Document document, ContentKey key) {
        static Staged of(Document document) {
            var id = Ids.next();
            return new Staged(id, document, ContentKey.fresh(id));
        }

        SealedContent content() {
            return SealedContent.of(key, document.size(), document.content());
        }
    }

    public int size() {
        return documents.size();
    }

    /** Whether their contents are written in the transaction of the rows that name them, and make it a long one. */
    public boolean areYetToBeWritten() {
        return !documents.isEmpty() && store.equals(DatabaseDocumentStore.NAME);
    }

    /** The kinds that are among them. */
    public Set<DocumentKind> kinds() {
        return documents.stream().map(staged -> staged.document().kind()).collect(Collectors.toUnmodifiableSet());
    }

    /** The kinds that are among them, or in the same file as one of them. */
    Set<DocumentKind> held() {
        return documents.stream()
                .map(Staged::document)
                .flatMap(document -> Stream.concat(Stream.of(document.kind()), document.alsoHolds().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Where their contents are, or will be. */
    String store() {
        return store;
    }

    List<Staged> documents() {
        return documents;
    }

    @Override
    public String toString() {
        return "StagedDocuments[" + documents.size() + "]";
    }
}
