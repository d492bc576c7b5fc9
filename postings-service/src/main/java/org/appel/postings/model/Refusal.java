package org.appel.postings.model;

import java.time.Instant;
import java.util.List;

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

    /** Only a draft can be published, approved or planned. */
    record NotADraft(PostingId id, PostingState state) implements Refusal {}

    /** The organisation wants a second person to approve a draft before it is published, and nobody has. */
    record NotApproved(PostingId id) implements Refusal {}

    /** Nobody approves what they wrote themselves. */
    record OwnWriting(PostingId id) implements Refusal {}

    /** A publication can be planned only for a moment to come; without a moment it happens at once. */
    record NotInTheFuture(Instant at) implements Refusal {}

    /** Only an open posting allows this. */
    record NotOpen(PostingId id, PostingState state) implements Refusal {}

    /** The posting was taken back; what remains is that it was there, when, and why it is not any more. */
    record TakenBack(Posting.Withdrawn posting) implements Refusal {}
}
