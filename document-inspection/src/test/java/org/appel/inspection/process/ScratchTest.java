package org.appel.inspection.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

class ScratchTest {

    @TempDir
    private Path folder;

    @Test
    void a_folder_that_was_not_made_for_a_process_is_refused() throws IOException {
        // Given
        var kept = Files.writeString(folder.resolve("kept"), "kept");
        var alike = Files.createDirectory(folder.resolve("appel-inspection-1"));

        // When
        var refusals = new Throwable[] {
            catchThrowable(() -> new Scratch(folder)), catchThrowable(() -> new Scratch(alike)),
        };

        // Then
        assertThat(refusals).allSatisfy(refusal -> assertThat(refusal).isInstanceOf(IllegalArgumentException.class));
        assertThat(kept).exists();
    }

    @Test
    void a_folder_that_has_lost_its_mark_is_left_alone() throws IOException {
        // Given
        var scratch = Scratch.make();
        var file = Files.writeString(scratch.folder().resolve("unpacked"), "x");
        Files.delete(scratch.folder().resolve(".made-for-one-process"));

        // When
        scratch.delete();

        // Then
        assertThat(file).exists();
        Files.delete(file);
        Files.delete(scratch.folder());
    }

    @Test
    void a_folder_of_a_process_goes_with_its_files() throws IOException {
        // Given
        var scratch = Scratch.make();
        Files.writeString(
                Files.createDirectory(scratch.folder().resolve("library")).resolve("unpacked"), "x");

        // When
        scratch.delete();

        // Then
        assertThat(scratch.folder()).doesNotExist();
    }

    @Test
    void nothing_behind_a_link_or_far_below_is_deleted() throws IOException {
        // Given
        var scratch = Scratch.make();
        var elsewhere = Files.writeString(folder.resolve("elsewhere"), "kept");
        Files.createSymbolicLink(scratch.folder().resolve("link"), folder);
        var deep = Files.createDirectories(scratch.folder().resolve("deep/deeper"));
        var inside = Files.writeString(deep.resolve("inside"), "kept");

        // When
        scratch.delete();

        // Then
        assertThat(elsewhere).exists();
        assertThat(inside).exists();
        Files.delete(inside);
        Files.delete(deep);
        Files.delete(deep.getParent());
        Files.delete(scratch.folder());
    }
}
