package org.appel.applications.model;

import java.time.Instant;

/**
 * Says that an application was erased, and names no person.
 *
 * @param destroyed how much of it there was
 */
public record ErasureCertificate(
        ApplicationId application,
        PostingId posting,
        String organisation,
        Instant erasedAt,
        ErasureReason reason,
        Destroyed destroyed) {
    /**
     * What an erasure destroyed. All numbers are zero or more.
     *
     * @param messages mails whose rows were emptied
     * @param deadLetters events about it that were kept since they could not be processed
     * @param keys of the application and of its documents
     */
    public record Destroyed(int documents, int messages, int deadLetters, int keys) {}

    /** The certificate of that erasure. */
    public static ErasureCertificate of(Application.Erased erased, ErasureReason reason, Destroyed destroyed) {
        return new ErasureCertificate(
                erased.id(), erased.posting(), erased.organisation(), erased.erasedAt(), reason, destroyed);
    }
}
