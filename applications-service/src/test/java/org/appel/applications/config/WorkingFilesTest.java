package org.appel.applications.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WorkingFilesTest {
    @TempDir
    Path root;

    private Path own;
    private Path another;

    @BeforeEach
    void name() {
        own = root.resolve("appel-working-own");
        another = root.resolve("appel-working-another");
    }

    @Test
    void what_a_killed_process_left_is_deleted_and_nothing_else() throws IOException {
        // Given
        var others = Files.writeString(root.resolve("somebody-elses"), "x");
        var lookalike = Files.createDirectory(root.resolve("appel-working-without-a-lock"));
        var leftover = Files.createDirectories(root.resolve("appel-working-1/message-1"));
        Files.writeString(leftover.resolve("message.eml"), "From: jeanne@mail.example");
        Files.createFile(root.resolve("appel-working-1/in-use"));
        Files.writeString(
                Files.createDirectories(root.resolve("appel-working-1/uploads")).resolve("cv"), "Jeanne");
        Files.createSymbolicLink(leftover.resolve("link"), others);

        // When
        try (var files = WorkingFiles.at(own)) {
            // Then
            assertThat(root.resolve("appel-working-1")).doesNotExist();
            assertThat(others).exists();
            assertThat(lookalike).exists();
            assertThat(files.newDirectory()).isEmptyDirectory();
        }
    }

    @Test
    void what_another_process_uses_is_left_alone() throws IOException {
        // Given
        try (var other = WorkingFiles.at(own)) {
            var directory = other.newDirectory();

            // When
            WorkingFiles.at(another).close();

            // Then
            assertThat(directory).exists();
        }
    }

    @Test
    void nothing_stays_after_the_end() throws IOException {
        // Given
        var files = WorkingFiles.at(own);
        Files.writeString(files.newDirectory().resolve("message.eml"), "x");

        // When
        files.close();

        // Then
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void only_what_was_given_out_here_is_deleted() throws IOException {
        try (var files = WorkingFiles.at(own)) {
            // Given
            var others = Files.createDirectory(root.resolve("others"));

            // Then
            assertThatThrownBy(() -> files.delete(others)).isInstanceOf(IllegalArgumentException.class);
            assertThat(others).exists();
        }
    }

    @Test
    void uploads_that_came_before_the_directory_was_taken_stay() throws IOException {
        // Given
        var upload = Files.writeString(
                Files.createDirectories(own.resolve("uploads")).resolve("cv"), "x");

        // When
        try (var _ = WorkingFiles.at(own)) {
            // Then
            assertThat(upload).exists();
        }
        assertThat(own).doesNotExist();
    }
}
