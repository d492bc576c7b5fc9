package org.appel.postings.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A vacancy and the one state it is in. A move exists only on the state that allows it, so a withdrawn posting cannot
 * be amended: it has no such method.
 */
public sealed interface Posting {

    PostingId id();

    JobAd ad();

    /** The name of the state. */
    PostingState state();

    /** This posting as it must be judged at {@code now}: one whose deadline has passed is closed, seen to or not. */
    default Posting asOf(Instant now) {
        return this instanceof Open open && open.isDue(now) ? open.close(now) : this;
    }

    /** First instant at which applications are no longer taken; empty when there is none, or none is known yet. */
    default Optional<Instant> closesAt() {
        return this instanceof Published published
                ? Optional.ofNullable(published.publication().closesAt())
                : ad().closesAt();
    }

    /** The states that the public may know of. */
    sealed interface Published extends Posting {
        Publication publication();
    }

    /**
     * Being written; only the hiring team can see it.
     *
     * @param writtenBy everybody who wrote in it since it was approved last, in the order of their first words; empty
     *     where that is not known
     * @param approval of it as it is now; null while nobody has given one
     * @param schedule when it is to be published by itself; null while nobody has said so
     */
    record Draft(
            PostingId id,
            JobAd ad,
            List<String> writtenBy,
            @Nullable Approval approval,
            @Nullable Schedule schedule) implements Posting {

        public Draft {
            writtenBy = List.copyOf(writtenBy);
        }

        /** One of which nobody has said anything yet. */
        public Draft(PostingId id, JobAd ad) {
            this(id, ad, List.of(), null, null);
        }

        @Override
        public PostingState state() {
            return PostingState.DRAFT;
        }

        /**
         * Writes it anew, which takes its approval away and leaves its schedule. What says the same is only checked again,
         * since its terms may have changed; where no writer is known, {@code by} stands for the words from now on.
         *
         * @return an equal draft if nothing changes
         * @throws PostingRefused with {@link Refusal.AnotherOrganisation} if the notice is another organisation's
         */
        public Draft rewrite(JobAd newAd, String by, Instant now, Terms terms) {
            refuseAnotherOrganisation(ad, newAd);
            var written = newAd.equals(ad) && !writtenBy.isEmpty()
                    ? this
                    : new Draft(id, newAd, writersWith(by), null, schedule);
            return written.checked(now, terms);
        }

        private List<String> writersWith(String by) {
            return approval != null
                    ? List.of(by)
                    : Stream.concat(writtenBy.stream(), Stream.of(by))
                            .distinct()
                            .toList();
        }

        /**
         * Says that it may be published as it is.
         *
         * @return this very draft if it was said before
         * @throws PostingRefused with {@link Refusal.OwnWriting} if {@code by} is one of those who wrote it, or {@link
         *     Refusal.UnknownWriter} if nobody knows who that was
         */
        public Draft approve(String by, Instant now, Terms terms) {
            if (writtenBy.isEmpty()) {
                throw new PostingRefused(new Refusal.UnknownWriter(id));
            }
            if (writtenBy.contains(by)) {
                throw new PostingRefused(new Refusal.OwnWriting(id));
            }
            return approval != null
                    ? this
                    : new Draft(id, ad, writtenBy, new Approval(by, now), schedule).checked(now, terms);
        }

        /** Takes its approval back. */
        public Draft disapprove(Instant now, Terms terms) {
            return approval == null ? this : new Draft(id, ad, writtenBy, null, schedule).checked(now, terms);
        }

        /**
         * Opens the posting to applicants.
         *
         * @throws PostingRefused with {@link Refusal.NotPublishable} naming everything that is missing or contradictory,
         *     or {@link Refusal.NotApproved}
         */
        public Open publish(Instant now, Terms terms) {
            refuseGaps(Publishable.gaps(ad, now, terms.confirmed()));
            if (!terms.allow(this)) {
                throw new PostingRefused(new Refusal.NotApproved(id));
            }
            return new Open(id, ad, new Publication(1, 1, now, ad.closesAt().orElse(null)));
        }

        /** As {@link #publish(Instant, Terms)} where one person is enough. */
        public Open publish(Instant now) {
            return publish(now, Terms.USUAL);
        }

        /**
         * Lets it be published later by itself; it is checked as it would be then.
         *
         * @throws PostingRefused with {@link Refusal.NotInTheFuture} if {@code at} is not after {@code now}; else as if
         *     it were published at {@code at}
         */
        public Draft schedule(Instant at, String by, Instant now, Terms terms) {
            if (!at.isAfter(now)) {
                throw new PostingRefused(new Refusal.NotInTheFuture(at));
            }
            publish(at, terms);
            return new Draft(id, ad, writtenBy, approval, new Schedule(at, by, List.of()));
        }

        /** Takes the schedule back. */
        public Draft unschedule() {
            return new Draft(id, ad, writtenBy, approval, null);
        }

        /**
         * The draft whose time had come and that could not be published; it is not tried again until it changes.
         *
         * @throws IllegalStateException if it has no schedule: a fault of the caller
         */
        public Draft withProblem(List<Gap> problem) {
            if (schedule == null) {
                throw new IllegalStateException("Draft " + id + " is not scheduled");
            }
            return new Draft(id, ad, writtenBy, approval, new Schedule(schedule.at(), schedule.by(), problem));
        }

        /** With what would keep it from being published when it is to be. */
        private Draft checked(Instant now, Terms terms) {
            if (schedule == null) {
                return this;
            }
            var then = schedule.at().isAfter(now) ? schedule.at() : now;
            var problem = new ArrayList<Gap>();
            if (schedule.hasLapsed(now)) {
                problem.add(Schedule.LAPSED);
            }
            problem.addAll(Publishable.gaps(ad, then, terms.confirmed()));
            if (!terms.allow(this)) {
                problem.add(Schedule.NOT_APPROVED);
            }
            return withProblem(problem);
        }
    }

    /** Taking applications until its deadline. */
    record Open(PostingId id, JobAd ad, Publication publication) implements Published {

        @Override
        public PostingState state() {
            return PostingState.OPEN;
        }

        /** Whether the deadline has passed. */
        public boolean isDue(Instant now) {
            var closesAt = publication.closesAt();
            return closesAt != null && !now.isBefore(closesAt);
        }

        /**
         * Changes what the notice says, except until when applications are taken.
         *
         * @return this very posting if nothing changes
         * @throws PostingRefused with {@link Refusal.NotPublishable} naming everything that is wrong with the new text
         */
        public Open amend(JobAd newAd, Instant now) {
            return amend(newAd, now, Set.of());
        }

        /**
         * As {@link #amend(JobAd, Instant)}.
         *
         * @param confirmed disagreements of language versions of which somebody has said that they are none
         */
        public Open amend(JobAd newAd, Instant now, Set<Gap> confirmed) {
            refuseAnotherOrganisation(ad, newAd);
            if (newAd.equals(ad)) {
                return this;
            }
            refuseGaps(Publishable.gapsInAmendment(newAd, ad.deadline(), publication.closesAt(), now, confirmed));
            return new Open(id, newAd, publication.amended());
        }

        /**
         * Gives candidates more time, or lets a posting that was open until filled end. The same deadline sent again is
         * computed anew, since its country may have changed its clocks.
         *
         * @return this very posting if the deadline is the same; with its deadline version if only the words change
         * @throws PostingRefused with {@link Refusal.UnfitDeadline} if it has passed at {@code now}, if it takes time
         *     away from candidates, or if the work would begin before it
         */
        public Open extend(Deadline deadline, Instant now) {
            var newClosesAt = deadline.closesAt().orElse(null);
            boolean sameInstant = Objects.equals(newClosesAt, publication.closesAt());
            if (sameInstant && deadline.equals(ad.deadline())) {
                return this;
            }
            refuseUnfit(Publishable.gapsInDeadline(ad.with(deadline), publication.closesAt(), now));
            var changed = sameInstant ? publication.amended() : publication.withDeadline(newClosesAt);
            return new Open(id, ad.with(deadline), changed);
        }

        /**
         * Ends the taking of applications.
         *
         * @throws IllegalStateException if the deadline has not passed at {@code now}: a fault of the caller
         */
        public Closed close(Instant now) {
            if (!isDue(now)) {
                throw new IllegalStateException("Posting " + id + " is not due at " + now);
            }
            return new Closed(id, ad, publication, now);
        }

        /** Takes the posting back; {@code reason} is for the public. */
        public Withdrawn withdraw(String reason, Instant now) {
            return new Withdrawn(id, ad, publication.amended(), reason, now);
        }
    }

    /** Its deadline has passed. */
    record Closed(PostingId id, JobAd ad, Publication publication, Instant closedAt) implements Published {

        @Override
        public PostingState state() {
            return PostingState.CLOSED;
        }

        /** What is told of the closing. */
        public DeadlinePassed deadlinePassed() {
            return new DeadlinePassed(
                    id,
                    ad.organisation(),
                    publication.version(),
                    publication.deadlineVersion(),
                    Objects.requireNonNull(publication.closesAt()),
                    closedAt);
        }

        /**
         * Takes applications again until a new deadline.
         *
         * @throws PostingRefused with {@link Refusal.UnfitDeadline} if it has passed at {@code now}
         */
        public Open reopen(Deadline deadline, Instant now) {
            refuseUnfit(Publishable.gapsInReopening(ad.with(deadline), now));
            return new Open(
                    id,
                    ad.with(deadline),
                    publication.withDeadline(deadline.closesAt().orElse(null)));
        }
    }

    /**
     * Taken back before its deadline; it allows no move.
     *
     * @param reason HR's words for the public
     */
    record Withdrawn(PostingId id, JobAd ad, Publication publication, String reason, Instant withdrawnAt)
            implements Published {

        @Override
        public PostingState state() {
            return PostingState.WITHDRAWN;
        }
    }

    private static void refuseAnotherOrganisation(JobAd ad, JobAd newAd) {
        if (!newAd.organisation().equals(ad.organisation())) {
            throw new PostingRefused(new Refusal.AnotherOrganisation(ad.organisation()));
        }
    }

    private static void refuseGaps(List<Gap> gaps) {
        if (!gaps.isEmpty()) {
            throw new PostingRefused(new Refusal.NotPublishable(gaps));
        }
    }

    private static void refuseUnfit(List<Gap> gaps) {
        if (!gaps.isEmpty()) {
            throw new PostingRefused(new Refusal.UnfitDeadline(gaps));
        }
    }
}
