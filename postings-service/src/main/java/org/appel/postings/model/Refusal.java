package org.appel.postings.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Every reason for which a request about postings or organisations is refused. */
public sealed interface Refusal {

    /** There is none, or it is not for the eyes of the one who asks. */
    record UnknownPosting(PostingId id) implements Refusal {}

    /** The posting never had this version, or not for the eyes of the one who asks. */
    record UnknownVersion(PostingId id, int version) implements Refusal {}

    record UnknownOrganisation(String id) implements Refusal {}

    /** The notice names an organisation that is not known here. */
    record UnknownPublisher(String organisation) implements Refusal {}

    /** The one who asks does not work for this organisation. */
    record ForeignOrganisation(String organisation) implements Refusal {}

    /** A posting stays with the organisation that it was written for. */
    record AnotherOrganisation(String organisation) implements Refusal {}

    /** Another posting of the organisation bears this reference. */
    record ReferenceTaken(String organisation, String reference) implements Refusal {}

    /** @param gaps everything missing or contradictory; at least one */
    record NotPublishable(List<Gap> gaps) implements Refusal {
        public NotPublishable {
            gaps = List.copyOf(gaps);
        }
    }

    /** @param gaps everything wrong with a new deadline, with pointers into it; at least one */
    record UnfitDeadline(List<Gap> gaps) implements Refusal {
        public UnfitDeadline {
            gaps = List.copyOf(gaps);
        }
    }

    /**
     * A reader of the change log names an entry that was not written yet.
     *
     * @param after what the reader says to have
     * @param head the last entry that there is
     */
    record BeyondTheLog(long after, long head) implements Refusal {}

    /**
     * This replica serves as many streams as it is set to.
     *
     * @param comeAgain after which time it may be another matter
     */
    record TooManyStreams(int most, Duration comeAgain) implements Refusal {}

    /** There is no such job board. */
    record UnknownBoard(UUID id) implements Refusal {}

    /** The one who asks is a job board that nobody has registered. */
    record UnregisteredBoard(String client) implements Refusal {}

    /** Another job board has this client. */
    record ClientTaken(String client) implements Refusal {}

    /** There is no such webhook, or it is somebody else's. */
    record UnknownWebhook(UUID id) implements Refusal {}

    /** Nothing is remembered of such a message. */
    record UnknownDelivery(UUID id) implements Refusal {}

    /** @param gaps everything wrong with a webhook's address, with pointers into its body; at least one */
    record UnfitWebhook(List<Gap> gaps) implements Refusal {
        public UnfitWebhook {
            gaps = List.copyOf(gaps);
        }
    }

    /** @param most how many one client may have */
    record TooManyWebhooks(int most) implements Refusal {}

    /** @param most how many messages may be asked for again at once */
    record TooMuchAgain(int most) implements Refusal {}

    /** This installation has no key with which it could keep the secrets of webhooks. */
    record NoWebhooks() implements Refusal {}

    /** Only a draft can be published, approved or planned. */
    record NotADraft(PostingId id, PostingState state) implements Refusal {}

    /** The organisation wants a second person to approve a draft before it is published, and nobody has. */
    record NotApproved(PostingId id) implements Refusal {}

    /** Nobody approves what they wrote themselves. */
    record OwnWriting(PostingId id) implements Refusal {}

    /** Nobody knows who wrote the draft, so that nobody can be told from its writers. */
    record UnknownWriter(PostingId id) implements Refusal {}

    /** A publication can be planned only for a moment to come; without a moment it happens at once. */
    record NotInTheFuture(Instant at) implements Refusal {}

    /** Only an open posting allows this. */
    record NotOpen(PostingId id, PostingState state) implements Refusal {}

    /** The posting was taken back; what remains is that it was there, when, and why it is not any more. */
    record TakenBack(Posting.Withdrawn posting) implements Refusal {}
}
