package org.appel.applications.storage;

import java.util.Set;

import org.appel.applications.model.Admission;
import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.DocumentKind;

/**
 * The application that the same person has at the posting already.
 *
 * @param documents kinds that are there
 */
public record Standing(ApplicationId id, Admission admission, Set<DocumentKind> documents) {
    public Standing {
        documents = Set.copyOf(documents);
    }
}
