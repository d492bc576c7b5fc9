package org.appel.inspection.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ScratchTest {

    @Test
    void nothing_but_a_folder_of_its_own_is_ever_deleted(@TempDir Path folder) throws IOException {
        // Given
        var kept = Files.writeString(folder.resolve("kept"), "kept");

        // When
        assertThatThrownBy(() -> Scratch.delete(folder)).isInstanceOf(IllegalArgumentException.class);
        Scratch.deleteOwn();

        // Then
        assertThat(kept).exists();
    }

    @Test
    void a_folder_of_its_own_is_deleted_with_all_in_it() throws IOException {
        // Given
        var scratch = Scratch.make();
        Files.writeString(scratch.resolve("unpacked"), "x");

        // When
        Scratch.delete(scratch);

        // Then
        assertThat(scratch).doesNotExist();
    }
}
