package org.appel.applications.model;

import java.util.Arrays;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What somebody looks at: ids only.
 *
 * @param posting null for a mail that belongs to none
 * @param application null for a mail that became none
 * @param message null for an application
 * @param document set if it is one of its documents
 * @param part of a mail: its number, 0 for the mail as a whole; null if it is not a file that is looked at
 */
public record Sight(
        Kind kind,
        String organisation,
        @Nullable PostingId posting,
        @Nullable ApplicationId application,
        @Nullable MessageId message,
        @Nullable UUID document,
        @Nullable Integer part) {
    /** How much of it is seen. */
    public enum Kind {
        /** Everything but the documents' content. */
        FILE("file"),
        DOCUMENT("document"),
        HISTORY("history"),
        /** A line of an exported list, or of the tray. */
        LINE("list-line"),
        /** All that is held. */
        EXPORT("export"),
        /** Name and address. */
        RECIPIENT("recipient"),
        /** A mail that has to be sorted. */
        MAIL("mail"),
        /** A file of such a mail. */
        MAIL_PART("mail-part");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** Its name in the database and over HTTP. */
        public String code() {
            return code;
        }

        /**
         * The one of that name.
         *
         * @throws java.util.NoSuchElementException if there is none
         */
        public static Kind of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code.equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Something of an application. */
    public static Sight of(Kind kind, Application application) {
        return new Sight(kind, application.organisation(), application.posting(), application.id(), null, null, null);
    }

    /** A document of an application. */
    public static Sight ofDocument(Application application, UUID document) {
        return new Sight(
                Kind.DOCUMENT,
                application.organisation(),
                application.posting(),
                application.id(),
                null,
                document,
                null);
    }

    /** Something of a mail that became no application. */
    public static Sight ofMail(Kind kind, String organisation, @Nullable PostingId posting, MessageId message) {
        return new Sight(kind, organisation, posting, null, message, null, null);
    }

    /** A file of a mail that has to be sorted. */
    public static Sight ofPart(String organisation, @Nullable PostingId posting, MessageId message, int part) {
        return new Sight(Kind.MAIL_PART, organisation, posting, null, message, null, part);
    }
}
