package org.appel.applications.model;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What this service knows of a posting, from its events.
 *
 * @param version version of the content; 0 if only a later event about the posting has been read so far
 * @param withdrawn true for ever once the posting was withdrawn
 * @param reference the organisation's own number for the post, such as {@code OMCT-2025-07}; null if it has none
 * @param titles title by language code
 * @param takesByApi whether candidates may apply by the API
 * @param takesByMail whether candidates may apply by e-mail
 * @param hasTakenMail whether they may, or once might: a mail may be written by a notice of before
 * @param applyAddress where they write to; null if they do not, or to no address that this service could write to
 * @param mandatedSubject the subject line that their mails must have; null if none was named
 * @param publishedAt first instant at which applications are taken
 * @param closesAt first instant after the deadline; null if open until filled
 * @param zone IANA zone of the deadline; null if there is none
 * @param deadlineVersion rises with each new deadline, from 1
 * @param closedDeadline the last deadline version whose intake was closed and counted; 0 if none
 * @param late what becomes of applications after the deadline; not for the public
 * @param requiredDocuments kinds that an application must bring
 * @param protectCandidates whether traces of people, places and times are taken out of documents
 * @param retentionMonths how long applications are kept; null if the posting does not say
 */
public record KnownPosting(
        PostingId id,
        String organisation,
        int version,
        boolean withdrawn,
        @Nullable String reference,
        Map<String, String> titles,
        boolean takesByApi,
        boolean takesByMail,
        boolean hasTakenMail,
        @Nullable EmailAddress applyAddress,
        @Nullable String mandatedSubject,
        @Nullable Instant publishedAt,
        @Nullable Instant closesAt,
        @Nullable String zone,
        int deadlineVersion,
        int closedDeadline,
        LatePolicy late,
        List<DocumentKind> requiredDocuments,
        boolean protectCandidates,
        @Nullable Integer retentionMonths) {
    public KnownPosting {
        titles = Map.copyOf(titles);
        requiredDocuments = List.copyOf(requiredDocuments);
    }

    /**
     * Says how an application by the API is admitted, or why it is not taken.
     *
     * @param arrivedAt when the request's headers came in
     * @throws ApplicationRefused with the reason
     */
    public Admission admit(Instant arrivedAt) {
        var admission = judge(opensAt(), arrivedAt);
        if (admission != Admission.LATE && closedDeadline >= deadlineVersion) {
            throw new ApplicationRefused(new Refusal.UploadTimeout());
        }
        return admission;
    }

    /**
     * Says how what a candidate changes in an application is admitted, whichever door the application came by. Who
     * applied in time keeps that, so after the deadline and its grace nothing is changed, whatever the late policy.
     *
     * @param arrivedAt when the request's headers came in
     * @throws ApplicationRefused with the reason
     */
    public Admission admitChange(Instant arrivedAt) {
        var admission = judge(published(), arrivedAt);
        if (admission == Admission.LATE) {
            throw deadlinePassed(arrivedAt);
        }
        if (closedDeadline >= deadlineVersion) {
            throw new ApplicationRefused(new Refusal.UploadTimeout());
        }
        return admission;
    }

    /** What is told of something that came after the deadline. */
    public ApplicationRefused deadlinePassed(Instant arrivedAt) {
        return new ApplicationRefused(new Refusal.DeadlinePassed(id, Objects.requireNonNull(closesAt), arrivedAt));
    }

    /**
     * Says how an application by mail is admitted, or why it is not taken. A mail may be read long after it arrived,
     * when its intake was counted and the posting says another way to apply: neither is the candidate's fault.
     *
     * @param arrivedAt when the receiving server took the mail, which it notes in whole seconds
     * @throws ApplicationRefused with the reason
     */
    public Admission admitByMail(Instant arrivedAt) {
        return judge(secondOf(published()), arrivedAt);
    }

    /**
     * First instant at which this service takes applications for the posting by the API.
     *
     * @throws ApplicationRefused if it never does
     */
    public Instant opensAt() {
        var opensAt = published();
        if (!takesByApi) {
            throw new ApplicationRefused(new Refusal.AppliesElsewhere(id));
        }
        return opensAt;
    }

    /** Every kind that may be sent: the required ones first. */
    public List<DocumentKind> takenDocuments() {
        return Stream.concat(requiredDocuments.stream(), DocumentKind.ALWAYS_TAKEN.stream())
                .distinct()
                .toList();
    }

    /** Whether the posting is open at that instant as the public was told: late applications are not thought of. */
    public boolean isOpen(Instant now) {
        return publishedAt != null && isOpen(publishedAt, now);
    }

    /** As {@link #isOpen}, to a mail that the receiving server took in that second. */
    public boolean isOpenToMail(Instant arrivedAt) {
        return publishedAt != null && isOpen(secondOf(publishedAt), arrivedAt);
    }

    private boolean isOpen(Instant opensAt, Instant at) {
        return !withdrawn && !at.isBefore(opensAt) && (closesAt == null || at.isBefore(closesAt));
    }

    /** Mail servers note no fractions: what came within this second may have come after that instant. */
    private static Instant secondOf(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    private Instant published() {
        if (withdrawn) {
            throw new ApplicationRefused(new Refusal.PostingWithdrawn(id));
        }
        if (publishedAt == null) {
            throw new ApplicationRefused(new Refusal.UnknownPosting(id));
        }
        return publishedAt;
    }

    private Admission judge(Instant opensAt, Instant arrivedAt) {
        if (arrivedAt.isBefore(opensAt)) {
            throw new ApplicationRefused(new Refusal.NotOpenYet(id, opensAt));
        }
        if (closesAt == null || arrivedAt.isBefore(closesAt)) {
            return Admission.IN_TIME;
        }
        return late.admit(Duration.between(closesAt, arrivedAt))
                .orElseThrow(() -> new ApplicationRefused(new Refusal.DeadlinePassed(id, closesAt, arrivedAt)));
    }
}
