package org.appel.applications.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;

import org.appel.applications.model.Content;

/**
 * The key of one content, which seals and opens it in segments of 4 KiB: so a content of any size passes through little
 * memory, and none of its segments can be changed, moved, left out or put into another content.
 *
 * @see <a href="https://developers.google.com/tink/streaming-aead">Tink: streaming AEAD</a>
 */
final class ContentKey {
    /** Length of the header, of a segment, and of the tag in each, by AES256_GCM_HKDF_4KB. */
    private static final long HEADER = 40;

    private static final long SEGMENT = 4096;
    private static final long TAG = 16;

    static {
        try {
            StreamingAeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink has no streaming AEAD", e);
        }
    }

    private final UUID content;
    private final KeysetHandle keyset;

    private ContentKey(UUID content, KeysetHandle keyset) {
        this.content = content;
        this.keyset = keyset;
    }

    static ContentKey fresh(UUID content) {
        try {
            return new ContentKey(
                    content,
                    CipherThreads.call(
                            () -> KeysetHandle.generateNew(PredefinedStreamingAeadParameters.AES256_GCM_HKDF_4KB)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No key could be made", e);
        }
    }

    /** @throws IllegalStateException if it was changed, or wrapped by another key or in another context */
    static ContentKey unwrap(UUID content, byte[] wrapped, Aead by, byte[] context) {
        try {
            return new ContentKey(content, TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, by, context));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of content " + content + " cannot be unwrapped", e);
        }
    }

    /** How many bytes a content of that many bytes has when it is sealed. */
    static long sealedSize(long clear) {
        long room = SEGMENT - TAG;
        long segments = Math.max(1, (clear + HEADER + room - 1) / room);
        return HEADER + clear + segments * TAG;
    }

    UUID content() {
        return content;
    }

    /** The key as it may be stored. */
    byte[] wrapped(Aead by, byte[] context) {
        try {
            return CipherThreads.call(() -> TinkProtoKeysetFormat.serializeEncryptedKeyset(keyset, by, context));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No key could be wrapped", e);
        }
    }

    /** The content sealed; each time it is opened the bytes are others, their number is the same. */
    Content seal(Content clear) {
        return () -> {
            var in = clear.open();
            try {
                return new SealingStream(
                        in, out -> CipherThreads.call(() -> aead().newEncryptingStream(out, context())));
            } catch (GeneralSecurityException | IOException e) {
                in.close();
                throw new IOException("Content " + content + " could not be sealed", e);
            }
        };
    }

    /** The content in clear. Reading it fails at the first segment that was changed, and at the end if it was cut off. */
    InputStream open(InputStream sealed) throws IOException {
        try {
            return aead().newDecryptingStream(sealed, context());
        } catch (GeneralSecurityException e) {
            sealed.close();
            throw new IOException("Content " + content + " could not be opened", e);
        }
    }

    @Override
    public String toString() {
        return "ContentKey[" + content + "]";
    }

    private StreamingAead aead() throws GeneralSecurityException {
        return keyset.getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
    }

    private byte[] context() {
        return (content + "/content").getBytes(StandardCharsets.US_ASCII);
    }
}
