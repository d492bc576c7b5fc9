package org.appel.notification.model;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What a letter says, before it is put into words. */
public sealed interface LetterContent {

    /** In whose name it is sent. */
    String organisationName();

    /** The posting that it is about; null if it is about none. */
    @Nullable
    Posting posting();

    /** The name of its templates. */
    default Kind kind() {
        return switch (this) {
            case ToCandidate _, MailTaken _ -> Kind.ACKNOWLEDGEMENT;
            case ApplicationNotice _ -> Kind.HR_NOTICE;
            case IntakeSummary _ -> Kind.HR_SUMMARY;
            case MailAnswer _ -> Kind.MAIL_ANSWER;
            case Withdrawal _ -> Kind.WITHDRAWAL;
            case AccessLink _ -> Kind.ACCESS_LINK;
            case RetentionNotice _ -> Kind.RETENTION_NOTICE;
            case WebhookNotice _ -> Kind.WEBHOOK_DISABLED;
        };
    }

    /** What is about one posting. */
    sealed interface OfPosting extends LetterContent {

        @Override
        Posting posting();

        @Override
        default String organisationName() {
            return posting().organisationName();
        }
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
     * A document that came by mail and could not be used.
     *
     * @param name of the file
     * @param why in the words of whoever looked into it
     */
    record Unusable(String name, String why) {
        @Override
        public String toString() {
            return "Unusable[…]";
        }
    }

    /**
     * What an application lacks.
     *
     * @param kinds of the documents, such as {@code cv}
     * @param until the first instant at which they are no longer taken; null if that is not known
     */
    record Missing(List<String> kinds, @Nullable Instant until) {

        /** It lacks nothing. */
        public static final Missing NOTHING = new Missing(List.of(), null);

        public Missing {
            kinds = List.copyOf(kinds);
        }
    }

    /**
     * The application has arrived.
     *
     * @param name of the candidate
     * @param documents what arrived with it; empty if a later update has replaced it meanwhile
     * @param replaceable whether the candidate may still replace it
     * @param missing what it lacks
     * @param unusable what came with it and could not be used
     * @param link to the candidate's own view of it; null if there is none to give
     */
    record ToCandidate(
            Posting posting,
            Occasion.ApplicationArrived occasion,
            String name,
            List<Document> documents,
            boolean replaceable,
            Missing missing,
            List<Unusable> unusable,
            @Nullable String link)
            implements OfPosting {

        public ToCandidate {
            documents = List.copyOf(documents);
            unusable = List.copyOf(unusable);
        }

        @Override
        public String toString() {
            return "ToCandidate[" + occasion.application() + ", …]";
        }
    }

    /**
     * A mail with an application has arrived. This goes to an address of which nobody knows whether it is the
     * candidate's, and so says nothing that only the candidate may know.
     */
    record MailTaken(Posting posting, Occasion.ApplicationArrived occasion) implements OfPosting {}

    /**
     * For HR: an application has arrived. It says nothing of the candidate, since mailboxes are read by many.
     *
     * @param link where those who may can see it
     */
    record ApplicationNotice(Posting posting, Occasion.ApplicationArrived occasion, String link) implements OfPosting {}

    /**
     * For HR: the deadline has passed.
     *
     * @param writtenAt when the acknowledgements were counted
     */
    record IntakeSummary(
            Posting posting, Occasion.IntakeOver occasion, Acknowledgements acknowledgements, Instant writtenAt)
            implements OfPosting {}

    /**
     * A mail became no application.
     *
     * @param posting that it belongs to; null if to none
     * @param name of the sender; empty if it may not be shown
     * @param closesAt the first instant after the deadline that counted; null if that is not known
     * @param open whether applications are still taken
     * @param unusable what came with it and could not be used
     * @param text HR's own words; empty unless HR answers
     */
    record MailAnswer(
            String organisationName,
            @Nullable Posting posting,
            Occasion.MessageDeclined occasion,
            String name,
            @Nullable Instant closesAt,
            boolean open,
            List<Unusable> unusable,
            String text)
            implements LetterContent {

        public MailAnswer {
            unusable = List.copyOf(unusable);
        }

        @Override
        public String toString() {
            return "MailAnswer[" + occasion.message() + ", " + occasion.reason() + ", …]";
        }
    }

    /**
     * The application was withdrawn.
     *
     * @param link to the candidate's own view of it; null if there is none to give
     */
    record Withdrawal(
            Posting posting,
            Occasion.ApplicationWithdrawn occasion,
            String name,
            @Nullable String link) implements OfPosting {
        @Override
        public String toString() {
            return "Withdrawal[" + occasion.application() + ", …]";
        }
    }

    /**
     * The link that was asked for.
     *
     * @param replaceable whether the candidate may still replace the application
     */
    record AccessLink(Posting posting, Occasion.LinkRequested occasion, String name, String link, boolean replaceable)
            implements OfPosting {
        @Override
        public String toString() {
            return "AccessLink[" + occasion.application() + ", …]";
        }
    }

    /**
     * The application will be erased.
     *
     * @param link to the candidate's own view of it; null if there is none to give
     */
    record RetentionNotice(
            Posting posting,
            Occasion.RetentionEnding occasion,
            String name,
            @Nullable String link) implements OfPosting {
        @Override
        public String toString() {
            return "RetentionNotice[" + occasion.application() + ", …]";
        }
    }

    /**
     * A job board's webhook is no longer called.
     *
     * @param board its name
     * @param url the address that was called
     */
    record WebhookNotice(Occasion.WebhookDisabled occasion, String board, String url) implements LetterContent {

        /** A board deals with the system, and with no organisation of it. */
        @Override
        public String organisationName() {
            return "Appel";
        }

        @Override
        public @Nullable Posting posting() {
            return null;
        }

        @Override
        public String toString() {
            return "WebhookNotice[" + occasion.webhook() + ", …]";
        }
    }
}
