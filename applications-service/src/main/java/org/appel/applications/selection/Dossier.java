package org.appel.applications.selection;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.Application;
import org.appel.applications.model.StoredDocument;
import org.appel.applications.storage.Hints;

/**
 * An application as HR and the panel see it, with everything but the documents' content.
 *
 * @param erasedOn when its retention ends, as things stand; null if that is not known
 */
record Dossier(
        Application.Live application,
        List<StoredDocument> documents,
        Hints.Hint hint,
        @Nullable LocalDate erasedOn) {
    Dossier {
        documents = List.copyOf(documents);
    }

    @Override
    public String toString() {
        return "Dossier[" + application.id() + "]";
    }
}
