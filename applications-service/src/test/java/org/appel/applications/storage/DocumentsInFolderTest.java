package org.appel.applications.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import org.appel.testing.RealInfrastructure;

@QuarkusTest
@RealInfrastructure
@TestProfile(DocumentsInFolderTest.InFolder.class)
class DocumentsInFolderTest extends OutsideStoreContract {
    private static final Path FOLDER = Path.of("target", "documents-in-folder");
    private static final Path ELSEWHERE = Path.of("target", "documents-elsewhere");

    /** The service with a folder for its documents. */
    public static final class InFolder implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("appel.documents.store", "folder", "appel.documents.folder", FOLDER.toString());
        }
    }

    @Override
    Set<UUID> there() {
        try (var files = Files.walk(FOLDER)) {
            var there = new HashSet<UUID>();
            files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.length() == 36)
                    .forEach(name -> there.add(UUID.fromString(name)));
            return there;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    byte[] raw(UUID content) throws IOException {
        try (var files = Files.walk(FOLDER)) {
            return Files.readAllBytes(files.filter(file -> file.endsWith(content.toString()))
                    .findFirst()
                    .orElseThrow());
        }
    }

    /** As a share that broke: where the folder was there is a file. */
    @Override
    void goAway() throws IOException {
        Files.move(FOLDER, ELSEWHERE);
        Files.createFile(FOLDER);
    }

    @Override
    void comeBack() throws IOException {
        Files.delete(FOLDER);
        Files.move(ELSEWHERE, FOLDER);
    }
}
