package org.appel.applications.storage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import jakarta.inject.Singleton;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.quarkus.runtime.Startup;

import org.appel.applications.config.VaultConfig;
import org.appel.applications.model.ApplicationId;

/**
 * Makes and opens the keys of applications. Each application has its own, stored wrapped by the master keyset and
 * bound to the application's id; once the wrapped key is gone, nothing sealed with it can be read again.
 *
 * @see <a href="https://developers.google.com/tink/client-side-encryption">Tink: envelope encryption</a>
 */
@Startup
@Singleton
public class Vault {
    private final Aead master;

    /** @throws IllegalStateException if the master keyset is none: the service does not start */
    Vault(VaultConfig config) {
        try {
            AeadConfig.register();
            var keyset = new String(Base64.getDecoder().decode(config.masterKeyset()), StandardCharsets.UTF_8);
            master = primitive(TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "appel.vault.master-keyset is not the base64 of a Tink JSON keyset for AEAD", e);
        }
    }

    /** A fresh key for a new application. */
    ApplicationKey newKey(ApplicationId id) {
        try {
            var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            var wrapped = TinkProtoKeysetFormat.serializeEncryptedKeyset(keyset, master, context(id));
            return new ApplicationKey(id, wrapped, primitive(keyset));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No key could be made", e);
        }
    }

    /** @throws IllegalStateException if it was wrapped for another application or by another master keyset */
    ApplicationKey unwrap(ApplicationId id, byte[] wrapped) {
        try {
            var keyset = TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, master, context(id));
            return new ApplicationKey(id, wrapped, primitive(keyset));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of application " + id + " cannot be unwrapped", e);
        }
    }

    private static Aead primitive(KeysetHandle keyset) throws GeneralSecurityException {
        return keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static byte[] context(ApplicationId id) {
        return id.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
