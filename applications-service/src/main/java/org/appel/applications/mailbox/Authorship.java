package org.appel.applications.mailbox;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.appel.applications.mailbox.mime.IncomingMail;
import org.appel.applications.model.EmailAddress;

/** Whose application a mail is: its author's, that of somebody whose mail it passes on, or nobody can tell. */
sealed interface Authorship {
    String AUTHOR_UNCLEAR = "author-unclear";
    String AUTHOR_FORGED = "author-forged";
    String FORWARDED = "forwarded";
    /** Another address than the author's sent it. */
    String AUTHOR_UNPROVEN = "author-unproven";
    /** Somebody, or a form, sends by one of the mailboxes' own addresses. */
    String OWN_ADDRESS = "own-address";

    /**
     * A person wrote it.
     *
     * @param mail what the person wrote: the mail itself, or the one that it passes on
     * @param author of that
     * @param proof how sure that is
     */
    record Candidate(IncomingMail mail, EmailAddress author, Proof proof) implements Authorship {
        /** Why the author may be somebody else; null if there is no doubt. */
        @Nullable
        String doubt() {
            return switch (proof) {
                case SENT, PASSED_ON_WITHIN -> null;
                case SENT_BY_ANOTHER -> AUTHOR_UNPROVEN;
                case PASSED_ON_BY_A_STRANGER -> FORWARDED;
            };
        }

        @Override
        public boolean isAnswerable() {
            return true;
        }
    }

    /** Nobody can tell whose it is. */
    record Unclear(String reason) implements Authorship {
        @Override
        public boolean isAnswerable() {
            return !reason.equals(OWN_ADDRESS);
        }
    }

    /** A machine wrote it, and must not be answered (RFC 3834, 2). */
    record Machine(String reason) implements Authorship {
        @Override
        public boolean isAnswerable() {
            return false;
        }
    }

    /** Whether an answer could go to whoever sent it. */
    boolean isAnswerable();

    /** How sure the author is. */
    enum Proof {
        /** The author sent it. */
        SENT,
        /** The author says it, and another address sent it, or one that cannot be read. */
        SENT_BY_ANOTHER,
        /** One of the organisation's own people passes it on, and one of their addresses sent it. */
        PASSED_ON_WITHIN,
        /** Somebody else passes it on, and may have written it. */
        PASSED_ON_BY_A_STRANGER
    }

    static Authorship of(IncomingMail mail, OwnAddresses own) {
        if (mail.automatic() != null) {
            return new Machine(mail.automatic());
        }
        if (mail.nullReturnPath()) {
            return new Machine("null-return-path");
        }
        var from = mail.from();
        var sender = mail.returnPath();
        if (from != null && own.hold(from) || sender != null && own.hold(sender)) {
            return bringsSomething(mail) ? new Unclear(OWN_ADDRESS) : new Machine(OWN_ADDRESS);
        }
        if (from == null) {
            return new Unclear(AUTHOR_UNCLEAR);
        }
        if (mail.authenticationFailed()) {
            return new Unclear(AUTHOR_FORGED);
        }
        return mail.forwarded() == null ? written(mail, from) : passedOn(mail, from, mail.forwarded(), own);
    }

    private static Candidate written(IncomingMail mail, EmailAddress from) {
        return new Candidate(mail, from, isSentBy(from, mail) ? Proof.SENT : Proof.SENT_BY_ANOTHER);
    }

    /** Whether nothing says that another address sent it. */
    static boolean isSentBy(EmailAddress from, IncomingMail mail) {
        var sender = mail.returnPath();
        return !mail.brokenReturnPath() && (sender == null || sender.isSameAs(from));
    }

    /** Whether one of the organisation's own people wrote it; anybody can write that they did. */
    private static boolean isColleagues(EmailAddress from, IncomingMail mail, OwnAddresses own) {
        var sender = mail.returnPath();
        return own.areOf(from) && sender != null && (sender.isSameAs(from) || own.areOf(sender));
    }

    /** A machine's are left alone; what HR passes on, or a form, by that address, is not. */
    private static boolean bringsSomething(IncomingMail mail) {
        return !mail.parts().isEmpty() || !mail.left().isEmpty() || mail.forwarded() != null;
    }

    private static Authorship passedOn(
            IncomingMail mail, EmailAddress from, IncomingMail.Forwarded forwarded, OwnAddresses own) {
        var original = forwarded.original();
        if (original == null) {
            return quoted(mail, from, forwarded, own);
        }
        var author = original.from();
        if (author == null || original.automatic() != null) {
            return new Unclear(FORWARDED);
        }
        if (own.hold(author)) {
            // Our own letter came back beside the answer to it.
            return written(mail, from);
        }
        if (author.isSameAs(from)) {
            return written(both(mail, original), from);
        }
        return new Candidate(
                original,
                author,
                isColleagues(from, mail, own) ? Proof.PASSED_ON_WITHIN : Proof.PASSED_ON_BY_A_STRANGER);
    }

    /** Only a quotation: its files, if any came along, are of whoever is quoted. */
    private static Authorship quoted(
            IncomingMail mail, EmailAddress from, IncomingMail.Forwarded forwarded, OwnAddresses own) {
        var quoted = forwarded.quotedFrom();
        var isAnothers = quoted == null ? own.areOf(from) : !quoted.isSameAs(from) && !own.hold(quoted);
        return isAnothers ? new Unclear(FORWARDED) : written(mail, from);
    }

    /** With the files of the mail that it passes on whole. */
    static IncomingMail whole(IncomingMail mail) {
        var forwarded = mail.forwarded();
        return forwarded == null || forwarded.original() == null ? mail : both(mail, forwarded.original());
    }

    /** Somebody sends an earlier mail of theirs again, with a word and perhaps a file more. */
    private static IncomingMail both(IncomingMail mail, IncomingMail original) {
        return new IncomingMail(
                mail.messageId(),
                mail.references(),
                mail.from(),
                mail.fromName(),
                mail.returnPath(),
                mail.nullReturnPath(),
                mail.brokenReturnPath(),
                mail.subject(),
                mail.text().isBlank() ? original.text() : mail.text(),
                mail.language() == null ? original.language() : mail.language(),
                mail.automatic(),
                mail.answerUnwanted(),
                mail.forwarded(),
                Stream.concat(mail.parts().stream(), original.parts().stream()).toList(),
                // Those of the original are among them.
                mail.left(),
                mail.content(),
                mail.authenticationFailed());
    }
}
