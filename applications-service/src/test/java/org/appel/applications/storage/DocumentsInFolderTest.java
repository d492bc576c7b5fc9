package org.appel.applications.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import org.appel.applications.Client;
import org.appel.applications.Database;
import org.appel.applications.Form;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;

import static org.appel.applications.PostingFixture.anOpenPosting;
import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void a_store_that_fails_at_the_first_byte_is_away_and_its_content_not_taken_for_another() throws IOException {
        // Given
        var cv = "I am known for my zither.".getBytes(StandardCharsets.UTF_8);
        var application = Client.apply(
                        Client.open(anOpenPosting()),
                        Form.of("Amina", "amina@example.org").document("cv", "cv.txt", cv))
                .id();
        var content = Database.rows("SELECT id FROM document WHERE application_id = '" + application + "'")
                .getFirst();
        // A directory can be opened, and each read of it fails.
        try (var files = Files.walk(FOLDER)) {
            var file =
                    files.filter(found -> found.endsWith(content)).findFirst().orElseThrow();
            Files.delete(file);
            Files.createDirectory(file);
        }

        // When
        var answer = Client.get("/applications/" + application + "/documents/" + content, Tokens.hr("omct"));

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("documents-away");
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
