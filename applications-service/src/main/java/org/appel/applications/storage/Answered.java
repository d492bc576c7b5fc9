package org.appel.applications.storage;

import java.time.Instant;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.Receipt;
import org.appel.applications.model.Refusal;

/**
 * The answer that an idempotency key got before.
 *
 * @param erasedAt set if the application was erased since; then fingerprint and receipt are gone
 */
public record Answered(
        ApplicationId application,
        byte @Nullable [] fingerprint,
        @Nullable Receipt receipt,
        @Nullable Instant erasedAt) {
    /**
     * The first answer again.
     *
     * @param payload fingerprint of the repetition
     * @throws ApplicationRefused if the payload is another one, or the application was erased
     */
    public Receipt again(byte[] payload) {
        if (receipt == null || erasedAt != null) {
            throw new ApplicationRefused(new Refusal.Erased(application, erasedAt == null ? Instant.EPOCH : erasedAt));
        }
        if (!Arrays.equals(payload, fingerprint)) {
            throw new ApplicationRefused(new Refusal.IdempotencyKeyReused());
        }
        return receipt;
    }
}
