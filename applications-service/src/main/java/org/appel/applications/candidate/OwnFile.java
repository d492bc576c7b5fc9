package org.appel.applications.candidate;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.Application;
import org.appel.applications.model.Completion;
import org.appel.applications.model.KnownPosting;
import org.appel.applications.model.StoredDocument;

/**
 * What a candidate sees of an application.
 *
 * @param organisationName what it calls itself
 * @param posting null if nothing is known of it here any more
 */
record OwnFile(
        Application.Live application,
        String organisationName,
        List<StoredDocument> documents,
        @Nullable KnownPosting posting,
        Completion completion) {
    OwnFile {
        documents = List.copyOf(documents);
    }

    @Override
    public String toString() {
        return "OwnFile[" + application.id() + "]";
    }
}
