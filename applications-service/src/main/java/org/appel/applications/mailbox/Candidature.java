package org.appel.applications.mailbox;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.Person;
import org.appel.applications.model.PostingId;
import org.appel.applications.model.UnusableDocument;
import org.appel.applications.storage.StagedDocuments;

/**
 * The application that a mail holds, ready to be stored.
 *
 * @param documents those that can be used, the mail's own words among them if it has any
 * @param unusable those that cannot
 * @param isEmpty whether it holds neither a document that can be used nor a letter
 * @param doubt why somebody else may have sent it, who must not change what the person has sent before; null if the
 *     person did
 */
record Candidature(
        PostingId posting,
        Person person,
        StagedDocuments documents,
        List<UnusableDocument> unusable,
        boolean isEmpty,
        @Nullable String doubt) {
    Candidature {
        unusable = List.copyOf(unusable);
    }

    @Override
    public String toString() {
        return "Candidature[posting=" + posting + "]";
    }
}
