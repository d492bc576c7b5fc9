package org.appel.applications.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FolderDocumentStoreTest extends ObjectStoreContract {
    @TempDir
    Path directory;

    @Override
    ObjectStore store() {
        return new FolderDocumentStore(folder(), () -> HOME);
    }

    @Override
    ObjectStore neighbour() {
        return new FolderDocumentStore(folder(), () -> OTHER_HOME);
    }

    @Override
    byte[] raw(UUID content) throws IOException {
        try (var files = Files.walk(folder())) {
            var all = files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().startsWith(content.toString()))
                    .toList();
            return all.isEmpty() ? new byte[0] : Files.readAllBytes(all.getFirst());
        }
    }

    /** As a share that is not mounted. */
    @Override
    void goAway() throws IOException {
        Files.move(folder(), directory.resolve("elsewhere"));
    }

    @Override
    void comeBack() throws IOException {
        Files.move(directory.resolve("elsewhere"), folder());
    }

    @Test
    void what_a_crash_left_unfinished_is_never_got_and_is_cleared_away() throws IOException {
        // Given
        var content = UUID.randomUUID();
        store().put(List.of(plain(content, bytes(content))));
        var incoming = folder().resolve(HOME.toString()).resolve("incoming");
        var unfinished = Files.write(incoming.resolve(UUID.randomUUID() + ".123"), new byte[10]);
        Files.setLastModifiedTime(unfinished, FileTime.from(Instant.now().minus(2, ChronoUnit.HOURS)));

        // When
        store().eachBefore(Instant.now().minus(1, ChronoUnit.HOURS), page -> assertThat(page)
                .isEmpty());

        // Then
        assertThat(incoming).isEmptyDirectory();
    }

    @Test
    void a_folder_that_cannot_be_written_is_refused_by_its_name() throws IOException {
        // Given
        var file = Files.write(directory.resolve("file"), new byte[1]);
        var store = new FolderDocumentStore(file, () -> HOME);

        // When
        var refused = assertThatThrownBy(store::requireWritable);

        // Then
        refused.isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("appel.documents.folder")
                .hasMessageContaining(file.toString());
    }

    private Path folder() {
        return directory.resolve("documents");
    }
}
