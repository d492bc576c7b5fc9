package org.appel.applications.model;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an application lacks, and whether its documents can still be sent or replaced.
 *
 * @param missing kinds that the posting requires and that are not there; none once it was withdrawn or decided
 * @param open whether documents can be sent, as the public was told: a grace after the deadline is not for their eyes
 * @param until first instant after the deadline; null if there is none, or it has passed
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
        var open = posting.isOpen(now);
        return new Completion(missing, open, open ? posting.closesAt() : null);
    }
}
