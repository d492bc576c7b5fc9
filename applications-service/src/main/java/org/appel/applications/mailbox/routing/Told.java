package org.appel.applications.mailbox.routing;

import java.util.Set;

import org.appel.applications.model.DocumentKind;

/**
 * What a paper is.
 *
 * @param kind under which it is kept; {@link DocumentKind#OTHER} if it cannot be told
 * @param alsoHolds what it is besides: of "CV et lettre.pdf", kept as the CV, the cover letter, which is then not missing
 */
public record Told(DocumentKind kind, Set<DocumentKind> alsoHolds) {
    public Told {
        alsoHolds = Set.copyOf(alsoHolds);
    }

    /** Whether a paper of that kind is no longer missing. */
    public boolean holds(DocumentKind wanted) {
        return kind.equals(wanted) || alsoHolds.contains(wanted);
    }
}
