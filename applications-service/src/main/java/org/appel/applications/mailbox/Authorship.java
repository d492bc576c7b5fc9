package org.appel.applications.mailbox;

import java.util.stream.Stream;

import org.appel.applications.mailbox.mime.IncomingMail;
import org.appel.applications.model.EmailAddress;

/** Whose application a mail is: its author's, that of somebody whose mail it passes on, or nobody can tell. */
sealed interface Authorship {
    String AUTHOR_UNCLEAR = "author-unclear";
    String AUTHOR_FORGED = "author-forged";
    String FORWARDED = "forwarded";

    /**
     * A person wrote it.
     *
     * @param mail what the person wrote: the mail itself, or the one that it passes on
     * @param author of that
     * @param proof how sure that is
     */
    record Candidate(IncomingMail mail, EmailAddress author, Proof proof) implements Authorship {}

    /** Nobody can tell whose it is. */
    record Unclear(String reason) implements Authorship {}

    /** A machine wrote it, and must not be answered (RFC 3834, 2). */
    record Machine(String reason) implements Authorship {}

    /** How sure the author is. */
    enum Proof {
        /** The author sent it. */
        SENT,
        /** The author says it, and another address sent it. */
        SENT_BY_ANOTHER,
        /** One of the organisation's own people passes it on. */
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
            return new Machine("own-address");
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
        var sender = mail.returnPath();
        var sent = sender == null || sender.isSameAs(from);
        return new Candidate(mail, from, sent ? Proof.SENT : Proof.SENT_BY_ANOTHER);
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
                original, author, own.areOf(from) ? Proof.PASSED_ON_WITHIN : Proof.PASSED_ON_BY_A_STRANGER);
    }

    /** Only a quotation: its files, if any came along, are of whoever is quoted. */
    private static Authorship quoted(
            IncomingMail mail, EmailAddress from, IncomingMail.Forwarded forwarded, OwnAddresses own) {
        var quoted = forwarded.quotedFrom();
        var isAnothers = quoted == null ? own.areOf(from) : !quoted.isSameAs(from) && !own.hold(quoted);
        return isAnothers ? new Unclear(FORWARDED) : written(mail, from);
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
                mail.subject(),
                mail.text().isBlank() ? original.text() : mail.text(),
                mail.language() == null ? original.language() : mail.language(),
                mail.automatic(),
                mail.forwarded(),
                Stream.concat(mail.parts().stream(), original.parts().stream()).toList(),
                Stream.concat(mail.left().stream(), original.left().stream()).toList(),
                mail.content(),
                mail.authenticationFailed());
    }
}
