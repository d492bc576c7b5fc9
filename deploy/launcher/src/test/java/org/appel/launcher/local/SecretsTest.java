package org.appel.launcher.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsTest {

    @TempDir
    private Path directory;

    @Test
    void secrets_are_random_kept_for_the_next_start_and_readable_by_their_owner_only() throws IOException {
        // Given
        var file = directory.resolve("secrets.json");

        // When
        var first = Secrets.in(file);
        var again = Secrets.in(file);
        var other = Secrets.in(directory.resolve("other.json"));

        // Then
        assertThat(again).isEqualTo(first);
        assertThat(other.database()).isNotEqualTo(first.database());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void the_master_keyset_is_one_of_tink_with_one_key_of_256_bits() throws IOException {
        // When
        var keyset = new ObjectMapper()
                .readTree(Base64.getDecoder()
                        .decode(Secrets.in(directory.resolve("secrets.json")).masterKeyset()));

        // Then
        var key = keyset.path("key").path(0);
        assertThat(keyset.path("primaryKeyId").asLong())
                .isEqualTo(key.path("keyId").asLong());
        assertThat(key.at("/keyData/typeUrl").asText()).isEqualTo("type.googleapis.com/google.crypto.tink.AesGcmKey");
        assertThat(Base64.getDecoder().decode(key.at("/keyData/value").asText()))
                .hasSize(34)
                .startsWith(0x1a, 32);
    }

    @Test
    void no_secret_is_in_the_text_of_secrets() {
        // When
        var text = Secrets.in(directory.resolve("secrets.json")).toString();

        // Then
        assertThat(text).isEqualTo("Secrets[hidden]");
    }
}
