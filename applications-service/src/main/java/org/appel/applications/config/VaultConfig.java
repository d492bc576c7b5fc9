package org.appel.applications.config;

import io.smallrye.config.ConfigMapping;

/** The two secrets of this service. Neither has a default: without them it does not start. */
@ConfigMapping(prefix = "appel.vault")
public interface VaultConfig {
    /** Base64 of a Tink keyset as JSON, for AEAD (AES256_GCM); it wraps the key of each application. */
    String masterKeyset();

    /** Base64 of 32 random bytes; keys the hashes by which a person or a request is recognised. */
    String indexKey();
}
