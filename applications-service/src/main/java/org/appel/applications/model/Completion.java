package org.appel.applications.model;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an application lacks, and whether its documents can still be sent or replaced.
 *
 * @param missing kinds that the posting requires and that are not there; none once it was withdrawn or decided
 * @param open whether a document that arrives now is taken
 * @param until first instant at which none is taken any more; null if there is no such, or it has passed
 */
public record Completion(
        List<DocumentKind> missing, boolean open, @Nullable Instant until) {
    public Completion {
        missing = List.copyOf(missing);
    }

    /**
     * How it stands at that instant.
     *
     * @param posting null if it is not known here any more; then nothing is missing and nothing taken
     * @param documents what is there
     */
    public static Completion of(
            @Nullable KnownPosting posting,
            Application.Live application,
            Collection<StoredDocument> documents,
            Instant now) {
        if (posting == null || !(application.candidacy() instanceof Candidacy.Running)) {
            return new Completion(List.of(), false, null);
        }
        var missing = posting.requiredDocuments().stream()
                .filter(kind -> documents.stream().noneMatch(document -> document.holds(kind)))
                .toList();
        var open = takes(posting, now);
        return new Completion(missing, open, open ? posting.changesUntil() : null);
    }

    private static boolean takes(KnownPosting posting, Instant now) {
        try {
            posting.admitChange(now);
            return true;
        } catch (ApplicationRefused late) {
            return false;
        }
    }
}
