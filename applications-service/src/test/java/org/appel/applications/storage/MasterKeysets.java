package org.appel.applications.storage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;

import org.appel.applications.config.VaultConfig;

/** Master keysets as an operator makes and rotates them. */
final class MasterKeysets {
    private MasterKeysets() {}

    static KeysetHandle fresh() {
        try {
            AeadConfig.register();
            return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With one key more, which is the primary one. */
    static KeysetHandle rotated(KeysetHandle keyset) {
        try {
            return KeysetHandle.newBuilder(keyset)
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With the primary key only. */
    static KeysetHandle withoutOldKeys(KeysetHandle keyset) {
        try {
            var primary = keyset.getPrimary();
            return KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(primary.getKey())
                            .withFixedId(primary.getId())
                            .makePrimary())
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same keys with another primary one. */
    static KeysetHandle withPrimary(KeysetHandle keyset, int id) {
        try {
            var builder = KeysetHandle.newBuilder();
            for (int i = 0; i < keyset.size(); i++) {
                var entry = KeysetHandle.importKey(keyset.getAt(i).getKey())
                        .withFixedId(keyset.getAt(i).getId());
                builder.addEntry(keyset.getAt(i).getId() == id ? entry.makePrimary() : entry);
            }
            return builder.build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As it is written into the settings. */
    static String text(KeysetHandle keyset) {
        try {
            var json = TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
            return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeysetHandle read(String text) {
        try {
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.parseKeyset(
                    new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8),
                    InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static VaultConfig config(KeysetHandle keyset) {
        return config(text(keyset), Base64.getEncoder().encodeToString(new byte[32]));
    }

    static VaultConfig config(String masterKeyset, String indexKey) {
        return new VaultConfig() {
            @Override
            public String masterKeyset() {
                return masterKeyset;
            }

            @Override
            public String indexKey() {
                return indexKey;
            }
        };
    }
}
