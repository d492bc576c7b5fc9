package org.appel.notification.model;

import java.time.Instant;
import java.util.List;

/** What a letter says, before it is put into words. */
public sealed interface LetterContent {

    /** The posting that it is about. */
    Posting posting();

    /** The name of its templates. */
    default Kind kind() {
        return switch (this) {
            case ToCandidate _ -> Kind.ACKNOWLEDGEMENT;
            case ApplicationNotice _ -> Kind.HR_NOTICE;
            case IntakeSummary _ -> Kind.HR_SUMMARY;
        };
    }

    /**
     * A document that arrived.
     *
     * @param kind such as {@code cv} or {@code cover_letter}
     * @param name of the file
     */
    record Document(String kind, String name) {
        @Override
        public String toString() {
            return "Document[" + kind + ", …]";
        }
    }

    /**
     * The application has arrived.
     *
     * @param name of the candidate
     * @param documents what arrived with it; empty if a later update has replaced it meanwhile
     * @param replaceable whether the candidate may still replace it by applying again
     */
    record ToCandidate(
            Posting posting,
            Occasion.ApplicationArrived occasion,
            String name,
            List<Document> documents,
            boolean replaceable)
            implements LetterContent {

        public ToCandidate {
            documents = List.copyOf(documents);
        }

        @Override
        public String toString() {
            return "ToCandidate[" + occasion.application() + ", …]";
        }
    }

    /**
     * For HR: an application has arrived. It says nothing of the candidate, since mailboxes are read by many.
     *
     * @param link where those who may can see it
     */
    record ApplicationNotice(Posting posting, Occasion.ApplicationArrived occasion, String link)
            implements LetterContent {}

    /**
     * For HR: the deadline has passed.
     *
     * @param writtenAt when the acknowledgements were counted
     */
    record IntakeSummary(
            Posting posting, Occasion.IntakeOver occasion, Acknowledgements acknowledgements, Instant writtenAt)
            implements LetterContent {}
}
