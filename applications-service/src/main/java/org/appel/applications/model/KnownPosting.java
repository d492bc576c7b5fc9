package org.appel.applications.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What this service knows of a posting, from its events.
 *
 * @param version version of the content; 0 if only a later event about the posting has been read so far
 * @param withdrawn true for ever once the posting was withdrawn
 * @param takesApplications false if candidates are sent elsewhere (an e-mail address, a URL)
 * @param titles title by language code
 * @param publishedAt first instant at which applications are taken
 * @param closesAt first instant at which they no longer are; null if open until filled
 * @param zone IANA zone of the deadline; null if there is none
 * @param deadlineVersion rises with each new deadline, from 1
 * @param closedDeadline the last deadline version whose intake was closed and counted; 0 if none
 * @param requiredDocuments kinds that an application must bring
 */
public record KnownPosting(
        PostingId id,
        String organisation,
        int version,
        boolean withdrawn,
        boolean takesApplications,
        Map<String, String> titles,
        @Nullable Instant publishedAt,
        @Nullable Instant closesAt,
        @Nullable String zone,
        int deadlineVersion,
        int closedDeadline,
        List<DocumentKind> requiredDocuments) {
    public KnownPosting {
        titles = Map.copyOf(titles);
        requiredDocuments = List.copyOf(requiredDocuments);
    }

    /**
     * Says why an application that arrived at that instant is not taken.
     *
     * @param arrivedAt when the request's headers came in
     * @throws ApplicationRefused with the reason
     */
    public void admit(Instant arrivedAt) {
        var opensAt = opensAt();
        if (arrivedAt.isBefore(opensAt)) {
            throw new ApplicationRefused(new Refusal.NotOpenYet(id, opensAt));
        }
        if (closesAt != null && !arrivedAt.isBefore(closesAt)) {
            throw new ApplicationRefused(new Refusal.DeadlinePassed(id, closesAt, arrivedAt));
        }
        if (closedDeadline >= deadlineVersion) {
            throw new ApplicationRefused(new Refusal.UploadTimeout());
        }
    }

    /**
     * Says why what a candidate changes in an application is not taken, whichever door the application came by.
     *
     * @param arrivedAt when the request's headers came in
     * @throws ApplicationRefused with the reason
     */
    public void admitChange(Instant arrivedAt) {
        admit(arrivedAt);
    }

    /**
     * First instant at which this service takes applications for the posting.
     *
     * @throws ApplicationRefused if it never does
     */
    public Instant opensAt() {
        if (withdrawn) {
            throw new ApplicationRefused(new Refusal.PostingWithdrawn(id));
        }
        if (publishedAt == null) {
            throw new ApplicationRefused(new Refusal.UnknownPosting(id));
        }
        if (!takesApplications) {
            throw new ApplicationRefused(new Refusal.AppliesElsewhere(id));
        }
        return publishedAt;
    }

    /** Every kind that may be sent: the required ones first. */
    public List<DocumentKind> takenDocuments() {
        return Stream.concat(requiredDocuments.stream(), DocumentKind.ALWAYS_TAKEN.stream())
                .distinct()
                .toList();
    }

    /** Whether applications are taken at that instant, as far as the deadline says. */
    public boolean isOpen(Instant now) {
        return !now.isBefore(opensAt()) && (closesAt == null || now.isBefore(closesAt));
    }
}
