package org.appel.applications.storage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AeadKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.quarkus.runtime.Startup;

import org.appel.applications.config.VaultConfig;

/**
 * Makes and opens the keys of their owners: applications, and messages that belong to none. Each owner has its own,
 * stored wrapped by the master keyset and bound to the owner's id; once the wrapped key is gone, nothing sealed with it
 * can be read again.
 *
 * @see <a href="https://developers.google.com/tink/client-side-encryption">Tink: envelope encryption</a>
 */
@Startup
@Singleton
public class Vault {
    private final Aead master;
    private final byte[] primaryMark;
    private final int masterKeys;

    /** @throws IllegalStateException if the master keyset is none: the service does not start */
    Vault(VaultConfig config) {
        try {
            AeadConfig.register();
            var text = new String(Base64.getDecoder().decode(config.masterKeyset()), StandardCharsets.UTF_8);
            var keyset = TinkJsonProtoKeysetFormat.parseKeyset(text, InsecureSecretKeyAccess.get());
            master = primitive(keyset);
            primaryMark = mark(keyset.getPrimary().getKey());
            masterKeys = keyset.size();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "appel.vault.master-keyset is not the base64 of a Tink JSON keyset for AEAD", e);
        }
    }

    /** A fresh key for a new owner. */
    SealingKey newKey(UUID owner) {
        try {
            return CipherThreads.call(() -> {
                var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
                var wrapped = TinkProtoKeysetFormat.serializeEncryptedKeyset(keyset, master, context(owner));
                return new SealingKey(owner, wrapped, primitive(keyset));
            });
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No key could be made", e);
        }
    }

    /** @throws IllegalStateException if it was wrapped for another owner or by another master keyset */
    SealingKey unwrap(UUID owner, byte[] wrapped) {
        try {
            var keyset = TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, master, context(owner));
            return new SealingKey(owner, wrapped, primitive(keyset));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of " + owner + " cannot be unwrapped", e);
        }
    }

    /** The key of a content that belongs to no other key, as it may be stored. */
    byte[] wrap(UUID owner, ContentKey key) {
        return key.wrapped(master, context(owner));
    }

    /** @throws IllegalStateException if it was wrapped for another owner or by another master keyset */
    ContentKey unwrapContentKey(UUID owner, byte[] wrapped) {
        return ContentKey.unwrap(owner, wrapped, master, context(owner));
    }

    /** What everything begins with that the primary master key wraps; a wrapped key has it near its own beginning. */
    byte[] primaryMark() {
        return primaryMark.clone();
    }

    /** How many keys the master keyset has; more than one while it is rotated. */
    int masterKeys() {
        return masterKeys;
    }

    /**
     * The same key wrapped by the primary master key.
     *
     * @throws IllegalStateException if it was wrapped for another owner or by a key that the master keyset does not have
     */
    byte[] rewrap(UUID owner, byte[] wrapped) {
        try {
            var keyset = TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, master, context(owner));
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(keyset, master, context(owner));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of " + owner + " cannot be unwrapped", e);
        }
    }

    /** @see <a href="https://developers.google.com/tink/wire-format">Tink: wire format</a> */
    private static byte[] mark(Key primary) throws GeneralSecurityException {
        if (primary instanceof AeadKey key && key.getOutputPrefix().size() > 0) {
            return key.getOutputPrefix().toByteArray();
        }
        throw new GeneralSecurityException("the primary key leaves no mark on what it encrypts");
    }

    private static Aead primitive(KeysetHandle keyset) throws GeneralSecurityException {
        return keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static byte[] context(UUID owner) {
        return owner.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
