package org.appel.launcher.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DataDirectoryTest {

    @TempDir
    private Path parent;

    @Test
    void the_data_of_a_run_are_gone_when_it_ends_with_the_directory_itself() throws IOException {
        // Given
        var root = parent.resolve("appel");
        var directory = DataDirectory.take(root, false);
        Files.writeString(directory.data().resolve("some"), "data");

        // When
        directory.close();

        // Then
        assertThat(root).doesNotExist();
    }

    @Test
    void kept_data_are_there_again_and_a_run_beside_them_does_not_touch_them() throws IOException {
        // Given
        var root = parent.resolve("appel");
        try (var kept = DataDirectory.take(root, true)) {
            Files.writeString(kept.data().resolve("some"), "data");
        }

        // When
        DataDirectory.take(root, false).close();

        // Then
        try (var kept = DataDirectory.take(root, true)) {
            assertThat(kept.data().resolve("some")).hasContent("data");
        }
    }

    @Test
    void what_a_killed_run_left_is_removed_before_the_next() throws IOException {
        // Given
        var root = parent.resolve("appel");
        Files.writeString(Files.createDirectories(root.resolve("run")).resolve("some"), "old");
        Files.writeString(root.resolve("state.json"), "{}");

        // When
        var directory = DataDirectory.take(root, false);

        // Then
        assertThat(directory.data()).isEmptyDirectory();
        assertThat(root.resolve("state.json")).doesNotExist();
        directory.close();
    }

    @Test
    void only_one_launcher_uses_a_directory_at_a_time() {
        try (var taken = DataDirectory.take(parent.resolve("appel"), false)) {
            // When
            var second = assertThatThrownBy(() -> DataDirectory.take(taken.root(), false));

            // Then
            second.isInstanceOf(CannotStart.class).hasMessageContaining("--data <directory>");
        }
    }
}
