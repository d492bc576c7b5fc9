package org.appel.applications.storage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

import com.google.crypto.tink.Aead;

/**
 * The key of one owner: an application, or a message that belongs to none yet. What it seals can be opened only for the
 * same owner and the same purpose. It seals what is small; contents have a {@link ContentKey}, which it seals.
 */
final class SealingKey {
    private final UUID owner;
    private final byte[] wrapped;
    private final Aead aead;

    SealingKey(UUID owner, byte[] wrapped, Aead aead) {
        this.owner = owner;
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
            return CipherThreads.call(() -> aead.encrypt(clear, context(purpose)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Nothing could be sealed for " + owner, e);
        }
    }

    /** @throws IllegalStateException if it was changed, or sealed for something else */
    byte[] open(byte[] sealed, String purpose) {
        try {
            return aead.decrypt(sealed, context(purpose));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What is stored for " + owner + " cannot be opened", e);
        }
    }

    /** The key of that content as it may be stored. */
    byte[] seal(ContentKey key) {
        return key.wrapped(aead, context("key/" + key.content()));
    }

    /** @throws IllegalStateException if it was changed, or is the key of another content or owner */
    ContentKey open(UUID content, byte[] sealedKey) {
        return ContentKey.unwrap(content, sealedKey, aead, context("key/" + content));
    }

    @Override
    public String toString() {
        return "SealingKey[" + owner + "]";
    }

    private byte[] context(String purpose) {
        return (owner + "/" + purpose).getBytes(StandardCharsets.US_ASCII);
    }
}
