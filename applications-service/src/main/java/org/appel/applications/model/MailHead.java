package org.appel.applications.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of a mail itself: whom to answer and to what, and what HR has to know to sort it. All of it is personal,
 * and stored encrypted.
 *
 * @param from its author, or the author of the mail that it passes on; null if that is unclear
 * @param name of the author, as written; null if absent
 * @param answerTo where an answer goes: to the envelope sender where it differs from the author (RFC 3834, 4); null if
 *     nobody can be answered
 * @param addressOnly whether the author may be forged, so that an answer must hold nothing personal and no link
 * @param answerUnwanted whether it asks that no machine answers it
 * @param subject as it stands, possibly empty
 * @param messageId that an answer names, with its angle brackets; null if it has none
 * @param references the oldest first, {@code messageId} last
 * @param ownId Message-ID of the mail as it lies in the mailbox; another one if it passes on the mail that is answered
 * @param parts names of the files that came with it
 * @param left what could not be unpacked, in words
 * @param unusable documents that were not taken
 * @param words that HR gives for an answer; null if HR gave none
 */
public record MailHead(
        @Nullable EmailAddress from,
        @Nullable String name,
        @Nullable EmailAddress answerTo,
        boolean addressOnly,
        boolean answerUnwanted,
        String subject,
        @Nullable String messageId,
        List<String> references,
        @Nullable String ownId,
        List<String> parts,
        List<String> left,
        List<UnusableDocument> unusable,
        @Nullable String words) {
    public MailHead {
        references = List.copyOf(references);
        parts = List.copyOf(parts);
        left = List.copyOf(left);
        unusable = List.copyOf(unusable);
    }

    /** The same with documents that were found unusable. */
    public MailHead without(List<UnusableDocument> documents) {
        return new MailHead(
                from,
                name,
                answerTo,
                addressOnly,
                answerUnwanted,
                subject,
                messageId,
                references,
                ownId,
                parts,
                left,
                documents,
                words);
    }

    /** The same with what HR says in the answer. */
    public MailHead saying(@Nullable String text) {
        return new MailHead(
                from,
                name,
                answerTo,
                addressOnly,
                answerUnwanted,
                subject,
                messageId,
                references,
                ownId,
                parts,
                left,
                unusable,
                text);
    }

    /** The same of another author, named by HR: they did not send it, so that a letter to them answers no mail of theirs. */
    public MailHead by(EmailAddress author, @Nullable String authorName) {
        return new MailHead(
                author,
                authorName,
                author,
                false,
                false,
                subject,
                null,
                List.of(),
                ownId,
                parts,
                left,
                unusable,
                words);
    }

    @Override
    public String toString() {
        return "MailHead[…]";
    }
}
