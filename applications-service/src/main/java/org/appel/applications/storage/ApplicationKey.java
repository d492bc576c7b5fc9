package org.appel.applications.storage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.Aead;

import org.appel.applications.model.ApplicationId;

/** The key of one application. What it seals can be opened only for the same application and the same purpose. */
final class ApplicationKey {
    private final ApplicationId id;
    private final byte[] wrapped;
    private final Aead aead;

    ApplicationKey(ApplicationId id, byte[] wrapped, Aead aead) {
        this.id = id;
        this.wrapped = wrapped;
        this.aead = aead;
    }

    /** The key as it may be stored. */
    byte[] wrapped() {
        return wrapped;
    }

    /** @param purpose what is sealed, such as {@code person}; the same must be given to open it */
    byte[] seal(byte[] clear, String purpose) {
        try {
            return aead.encrypt(clear, context(purpose));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Nothing could be sealed for application " + id, e);
        }
    }

    /** @throws IllegalStateException if it was changed, or sealed for something else */
    byte[] open(byte[] sealed, String purpose) {
        try {
            return aead.decrypt(sealed, context(purpose));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What is stored for application " + id + " cannot be opened", e);
        }
    }

    @Override
    public String toString() {
        return "ApplicationKey[" + id + "]";
    }

    private byte[] context(String purpose) {
        return (id + "/" + purpose).getBytes(StandardCharsets.US_ASCII);
    }
}
