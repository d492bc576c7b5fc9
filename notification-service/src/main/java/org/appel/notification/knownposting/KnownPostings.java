package org.appel.notification.knownposting;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.appel.messaging.PoisonEvent;
import org.appel.notification.messaging.PostingEventV1.FullState;
import org.appel.notification.model.Posting;
import org.appel.notification.model.Posting.Progress;
import org.appel.notification.storage.KnownPostingRows;

/** Keeps the copy up to date. An older version never replaces a newer one, in whatever order events are replayed. */
@ApplicationScoped
class KnownPostings {

    private final KnownPostingRows rows;

    KnownPostings(KnownPostingRows rows) {
        this.rows = rows;
    }

    void open(FullState event) {
        var known = rows.lock(event.postingId());
        if (known.isEmpty() || known.get().version() < event.version()) {
            rows.save(posting(event));
        }
    }

    void withdraw(UUID id, int version) {
        rows.lock(id)
                .filter(known -> known.version() <= version)
                .ifPresent(known -> rows.save(moved(known, version, Progress.WITHDRAWN)));
    }

    /** A deadline that was extended meanwhile closes nothing. */
    void close(UUID id, int version, int deadlineVersion) {
        rows.lock(id)
                .filter(known -> known.version() <= version && known.deadlineVersion() == deadlineVersion)
                .filter(known -> known.progress() == Progress.OPEN)
                .ifPresent(known -> rows.save(moved(known, version, Progress.CLOSED)));
    }

    private static Posting posting(FullState event) {
        if (event.texts().isEmpty()) {
            throw new PoisonEvent("The posting has no text");
        }
        return new Posting(
                event.postingId(),
                event.version(),
                event.deadlineVersion(),
                event.organisation(),
                event.organisationName(),
                event.reference(),
                event.originalLanguage(),
                event.texts().entrySet().stream()
                        .collect(Collectors.toMap(
                                text -> text.getKey(), text -> text.getValue().title())),
                deadline(event),
                applyAddress(event),
                event.selection() == null ? List.of() : event.selection(),
                Progress.OPEN);
    }

    private static Posting.@Nullable Deadline deadline(FullState event) {
        var deadline = event.deadline();
        var closesAt = event.closesAt();
        if (deadline == null || deadline.zone() == null || closesAt == null) {
            return null;
        }
        return new Posting.Deadline(closesAt, deadline.zone(), deadline.wording());
    }

    private static @Nullable String applyAddress(FullState event) {
        var apply = event.apply();
        return apply == null || apply.email() == null ? null : apply.email().address();
    }

    private static Posting moved(Posting known, int version, Progress progress) {
        return new Posting(
                known.id(),
                version,
                known.deadlineVersion(),
                known.organisation(),
                known.organisationName(),
                known.reference(),
                known.originalLanguage(),
                known.titles(),
                known.deadline(),
                known.applyAddress(),
                known.selection(),
                progress);
    }
}
