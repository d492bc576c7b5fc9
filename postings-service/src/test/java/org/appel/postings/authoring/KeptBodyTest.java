package org.appel.postings.authoring;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class KeptBodyTest {

    @TempDir
    Path directory;

    @Test
    void a_body_that_waits_leaves_nothing_behind_whatever_happens() throws IOException {
        // Given
        var body = new ByteArrayInputStream("{}\n{}".getBytes(StandardCharsets.UTF_8));

        // When
        try (var kept = KeptBody.of(body, Optional.of(directory))) {

            // Then
            assertThat(directory).isEmptyDirectory();
            assertThat(kept.read()).hasContent("{}\n{}");
        }
    }
}
