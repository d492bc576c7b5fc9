package org.appel.applications.model;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Every way in which this service says no. A refusal is data: what became of it on HTTP is not decided here. */
public sealed interface Refusal {
    record UnknownPosting(PostingId id) implements Refusal {}

    record PostingWithdrawn(PostingId id) implements Refusal {}

    /** The posting asks for applications by another way. */
    record AppliesElsewhere(PostingId id) implements Refusal {}

    record NotOpenYet(PostingId id, Instant opensAt) implements Refusal {}

    /**
     * @param closesAt first instant at which applications were no longer taken
     * @param receivedAt when the request's headers came in
     */
    record DeadlinePassed(PostingId id, Instant closesAt, Instant receivedAt) implements Refusal {}

    record IdempotencyKeyMissing() implements Refusal {}

    record IdempotencyKeyMalformed() implements Refusal {}

    /** The key came before with another payload. */
    record IdempotencyKeyReused() implements Refusal {}

    /** A request with that key is being worked on at this moment. */
    record IdempotencyKeyInUse() implements Refusal {}

    record InvalidApplication(List<Flaw> flaws) implements Refusal {
        public InvalidApplication {
            flaws = List.copyOf(flaws);
        }
    }

    /** @param mostBytes of a whole request */
    record TooLarge(long mostBytes) implements Refusal {}

    /** The request was not complete in time, or so late that the intake had been counted meanwhile. */
    record UploadTimeout() implements Refusal {}

    /** More uploads are being worked on than memory allows. */
    record Busy() implements Refusal {}

    /** None of the documents of a mail can be used, and it says nothing that is an application. */
    record UnusableDocuments() implements Refusal {}

    /** There is no mail of that id that the caller may see, or it was never unsorted. */
    record UnknownMessage(MessageId id) implements Refusal {}

    /** Who sent the mail is no more known. */
    record MessageForgotten(MessageId id) implements Refusal {}

    /** Somebody has sorted the mail before. */
    record AlreadySorted(MessageId id) implements Refusal {}

    /** A mail arrived after the deadline; HR may take it all the same. */
    record MailLate(PostingId id, Instant closesAt, Instant receivedAt) implements Refusal {}

    /** The mail does not say who the candidate is, and neither did the request. */
    record CandidateUnnamed() implements Refusal {}

    /** The mail names no address to which an answer could go. */
    record NobodyToAnswer(MessageId id) implements Refusal {}

    /** An answer would go to another address than the author's, and must not hold words of HR. */
    record AnswersElsewhere(MessageId id) implements Refusal {}

    record UnknownMailbox(String name) implements Refusal {}

    /**
     * The virus scanner does not let the file pass.
     *
     * @param virus by the scanner's name for it; null if the file is too large to be scanned
     */
    record UnsafeFile(@Nullable String virus) implements Refusal {}

    /** What looks into documents, or where they lie, is away. */
    record DocumentsAway() implements Refusal {}

    record UnknownApplication(ApplicationId id) implements Refusal {}

    record UnknownDocument() implements Refusal {}

    record Erased(ApplicationId id, Instant erasedAt) implements Refusal {}

    /** There is no certificate of its erasure: it stands. */
    record NotErased(ApplicationId id) implements Refusal {}

    record StageNotReachable(Stage from, Stage to, List<Stage> reachable) implements Refusal {
        public StageNotReachable {
            reachable = List.copyOf(reachable);
        }
    }

    /** The application was decided or withdrawn: the candidate changes nothing in it any more. */
    record Settled() implements Refusal {}

    /** The candidate's link is none, has ended, or is for another application. One answer for all of these. */
    record LinkNotValid() implements Refusal {}

    /** The name of this refusal in problems and in the ledger, such as {@code deadline-passed}. */
    default String code() {
        return switch (this) {
            case UnknownPosting _ -> "unknown-posting";
            case PostingWithdrawn _ -> "posting-withdrawn";
            case AppliesElsewhere _ -> "applies-elsewhere";
            case NotOpenYet _ -> "not-open-yet";
            case DeadlinePassed _, MailLate _ -> "deadline-passed";
            case IdempotencyKeyMissing _ -> "idempotency-key-missing";
            case IdempotencyKeyMalformed _ -> "idempotency-key-malformed";
            case IdempotencyKeyReused _ -> "idempotency-key-reused";
            case IdempotencyKeyInUse _ -> "idempotency-key-in-use";
            case InvalidApplication _ -> "invalid-application";
            case TooLarge _ -> "too-large";
            case UploadTimeout _ -> "upload-timeout";
            case Busy _ -> "busy";
            case UnusableDocuments _ -> "unusable-documents";
            case UnknownMessage _ -> "unknown-message";
            case MessageForgotten _ -> "message-forgotten";
            case AlreadySorted _ -> "already-sorted";
            case CandidateUnnamed _ -> "candidate-unnamed";
            case NobodyToAnswer _ -> "nobody-to-answer";
            case AnswersElsewhere _ -> "answers-elsewhere";
            case UnknownMailbox _ -> "unknown-mailbox";
            case UnsafeFile _ -> "unsafe-file";
            case DocumentsAway _ -> "documents-away";
            case UnknownApplication _ -> "unknown-application";
            case UnknownDocument _ -> "unknown-document";
            case Erased _ -> "application-erased";
            case NotErased _ -> "not-erased";
            case StageNotReachable _ -> "stage-not-reachable";
            case Settled _ -> "application-settled";
            case LinkNotValid _ -> "link-not-valid";
        };
    }
}
