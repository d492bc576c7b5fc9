package org.appel.applications.mailbox.mime;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.EmailAddress;

/**
 * A message taken apart.
 *
 * @param messageId with its angle brackets; null if it has none that is well-formed
 * @param references message ids that an answer has to repeat, the oldest first, this message's own last
 * @param from its author; null if there is none, or more than one, or only an address that nobody reads (no-reply)
 * @param fromName as the author writes it; null if absent
 * @param returnPath the envelope sender as the receiving server noted it; null if it noted none that is an address
 * @param nullReturnPath whether the envelope sender is the empty one: a bounce or an answer of a machine
 * @param brokenReturnPath whether an envelope sender was noted that is neither an address nor the empty one
 * @param subject decoded, unfolded, otherwise as it stands; empty if there is none
 * @param text of the body, made of HTML where there is no plain one; empty if there is none
 * @param language ISO 639-1 in which it is written, {@code fr} or {@code en}; null if it cannot be told
 * @param automatic why it must not be answered (RFC 3834), as a code such as {@code auto-submitted}, {@code bounce},
 *     {@code list}, {@code no-reply}; null if a person wrote it
 * @param answerUnwanted whether a person's mail asks that no machine answers it (X-Auto-Response-Suppress)
 * @param forwarded what it passes on; null if it passes nothing on
 * @param parts the files that came with it, without pictures of its text and signatures; those of archives and
 *     winmail.dat unpacked
 * @param left what could not be unpacked, in words for HR
 * @param content digest (SHA-256) of author, subject, text and files: the same for two deliveries of one message
 * @param authenticationFailed whether the receiving server that is trusted found the author forged (RFC 8601)
 */
public record IncomingMail(
        @Nullable String messageId,
        List<String> references,
        @Nullable EmailAddress from,
        @Nullable String fromName,
        @Nullable EmailAddress returnPath,
        boolean nullReturnPath,
        boolean brokenReturnPath,
        String subject,
        String text,
        @Nullable String language,
        @Nullable String automatic,
        boolean answerUnwanted,
        @Nullable Forwarded forwarded,
        List<MailPart> parts,
        List<String> left,
        byte[] content,
        boolean authenticationFailed) {
    public IncomingMail {
        references = List.copyOf(references);
        parts = List.copyOf(parts);
        left = List.copyOf(left);
    }

    /**
     * What a message passes on.
     *
     * @param original the message itself, if it is attached whole (message/rfc822); null if it is only quoted, or if it is
     *     not sure that the attached message, or which of several, is what matters: their files are then among the parts
     * @param quotedFrom the author that the quotation or the unsure message names; null if it names none
     */
    public record Forwarded(
            @Nullable IncomingMail original, @Nullable EmailAddress quotedFrom) {
        @Override
        public String toString() {
            return "Forwarded[…]";
        }
    }

    @Override
    public String toString() {
        return "IncomingMail[" + parts.size() + " parts]";
    }
}
