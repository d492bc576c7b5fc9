package org.appel.applications.mailbox.imap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MessageFilesTest {
    @TempDir
    Path root;

    @Test
    void what_a_killed_process_left_is_deleted_and_nothing_else() throws IOException {
        // Given
        var others = Files.writeString(root.resolve("somebody-elses"), "x");
        var lookalike = Files.createDirectory(root.resolve("appel-mail-without-a-lock"));
        var leftover = Files.createDirectories(root.resolve("appel-mail-1/message-1"));
        Files.writeString(leftover.resolve("message.eml"), "From: jeanne@mail.example");
        Files.createFile(root.resolve("appel-mail-1/in-use"));
        Files.createSymbolicLink(leftover.resolve("link"), others);

        // When
        try (var files = MessageFiles.in(root)) {
            // Then
            assertThat(root.resolve("appel-mail-1")).doesNotExist();
            assertThat(others).exists();
            assertThat(lookalike).exists();
            assertThat(files.newDirectory()).isEmptyDirectory();
        }
    }

    @Test
    void what_another_process_uses_is_left_alone() throws IOException {
        // Given
        try (var other = MessageFiles.in(root)) {
            var directory = other.newDirectory();

            // When
            MessageFiles.in(root).close();

            // Then
            assertThat(directory).exists();
        }
    }

    @Test
    void nothing_stays_after_the_end() throws IOException {
        // Given
        var files = MessageFiles.in(root);
        Files.writeString(files.newDirectory().resolve("message.eml"), "x");

        // When
        files.close();

        // Then
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void only_what_was_given_out_here_is_deleted() throws IOException {
        try (var files = MessageFiles.in(root)) {
            // Given
            var others = Files.createDirectory(root.resolve("others"));

            // Then
            assertThatThrownBy(() -> files.delete(others)).isInstanceOf(IllegalArgumentException.class);
            assertThat(others).exists();
        }
    }
}
