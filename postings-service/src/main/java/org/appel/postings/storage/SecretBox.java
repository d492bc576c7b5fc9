package org.appel.postings.storage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import io.quarkus.runtime.Startup;
import org.jspecify.annotations.Nullable;

import org.appel.postings.config.PostingsConfig;

/**
 * Seals the secrets of webhooks, each bound to its webhook: a copy of the database signs nothing. Without a keyset there
 * are no webhooks, and all else works.
 */
@Startup
@Singleton
public class SecretBox {

    private final @Nullable Aead key;

    /** @throws IllegalStateException if the keyset is none: the service does not start */
    SecretBox(PostingsConfig config) {
        this.key = config.webhooks().keyset().map(SecretBox::key).orElse(null);
    }

    /** Whether secrets can be kept at all. */
    public boolean isThere() {
        return key != null;
    }

    byte[] seal(UUID webhook, byte[] secret) {
        try {
            return present().encrypt(secret, context(webhook));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The secret of webhook " + webhook + " cannot be sealed", e);
        }
    }

    /** @throws IllegalStateException if it was sealed for another webhook or by another keyset */
    byte[] open(UUID webhook, byte[] sealed) {
        try {
            return present().decrypt(sealed, context(webhook));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The secret of webhook " + webhook + " cannot be opened", e);
        }
    }

    private Aead present() {
        if (key == null) {
            throw new IllegalStateException("appel.postings.webhooks.keyset is not set");
        }
        return key;
    }

    private static Aead key(String setting) {
        try {
            AeadConfig.register();
            var text = new String(Base64.getDecoder().decode(setting), StandardCharsets.UTF_8);
            return TinkJsonProtoKeysetFormat.parseKeyset(text, InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "appel.postings.webhooks.keyset is not the base64 of a Tink JSON keyset for AEAD", e);
        }
    }

    private static byte[] context(UUID webhook) {
        return ("webhook:" + webhook).getBytes(StandardCharsets.US_ASCII);
    }
}
