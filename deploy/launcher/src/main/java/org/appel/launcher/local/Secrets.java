package org.appel.launcher.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.appel.launcher.embedded.FileTree;

/**
 * What the parts of one local system prove themselves with: random, kept with its data, never printed.
 *
 * @param database the password of all users of its database server
 * @param client the client secret of the notification-service
 * @param masterKeyset a Tink keyset in JSON, base64: wraps the key of each application
 * @param indexKey 32 bytes, base64: makes addresses comparable without being readable
 * @param previews signs the links of previews; new at each start where a file of before has none
 */
record Secrets(String database, String client, String masterKeyset, String indexKey, String previews) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEY_BYTES = 32;

    Secrets {
        previews = previews == null ? HexFormat.of().formatHex(bytes(KEY_BYTES)) : previews;
    }

    /** The secrets in the file, made new when it is missing. */
    static Secrets in(Path file) {
        try {
            if (!Files.exists(file)) {
                FileTree.writePrivately(file, JSON.writeValueAsString(random()));
            }
            return JSON.readValue(file.toFile(), Secrets.class);
        } catch (IOException e) {
            throw new UncheckedIOException("secrets " + file + " cannot be read", e);
        }
    }

    private static Secrets random() throws JsonProcessingException {
        return new Secrets(
                HexFormat.of().formatHex(bytes(KEY_BYTES)),
                HexFormat.of().formatHex(bytes(KEY_BYTES)),
                base64(keyset().getBytes(StandardCharsets.UTF_8)),
                base64(bytes(KEY_BYTES)),
                HexFormat.of().formatHex(bytes(KEY_BYTES)));
    }

    /** As {@code tinkey create-keyset --key-template AES256_GCM} writes it: the key is a protobuf message with field 3 of 32 bytes. */
    private static String keyset() {
        var key = new byte[KEY_BYTES + 2];
        key[0] = 3 << 3 | 2;
        key[1] = KEY_BYTES;
        System.arraycopy(bytes(KEY_BYTES), 0, key, 2, KEY_BYTES);
        var id = new SecureRandom().nextInt(1, Integer.MAX_VALUE);
        return """
                {"primaryKeyId":%d,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey",\
                "value":"%s","keyMaterialType":"SYMMETRIC"},"status":"ENABLED","keyId":%d,"outputPrefixType":"TINK"}]}""".formatted(id, base64(key), id);
    }

    private static byte[] bytes(int count) {
        var bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Secrets[hidden]";
    }
}
