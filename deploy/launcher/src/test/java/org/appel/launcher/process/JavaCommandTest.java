package org.appel.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class JavaCommandTest {

    private static final Instant BUILT = Instant.parse("2025-07-09T07:00:00Z");

    @TempDir
    private Path repository;

    @BeforeEach
    void build() throws IOException {
        file(Service.POSTINGS.jar(repository), BUILT);
    }

    @Test
    void a_cache_that_is_newer_than_its_jar_is_used() throws IOException {
        // Given
        file(Service.POSTINGS.cache(repository), BUILT.plusSeconds(60));

        // When
        var command = command(JavaCommand.Mode.USE);

        // Then
        assertThat(command).contains("-XX:AOTCache=");
    }

    @Test
    void a_cache_of_an_older_build_is_left_alone() throws IOException {
        // Given
        file(Service.POSTINGS.cache(repository), BUILT.minusSeconds(60));

        // When
        var command = command(JavaCommand.Mode.USE);

        // Then
        assertThat(command).doesNotContain("AOT");
    }

    @Test
    void training_makes_the_cache() {
        // When
        var command = command(JavaCommand.Mode.TRAIN);

        // Then
        assertThat(command).contains("-XX:AOTCacheOutput=" + Service.POSTINGS.cache(repository));
    }

    @Test
    void as_deployed_the_jvm_is_left_to_optimise() throws IOException {
        // Given
        file(Service.POSTINGS.cache(repository), BUILT.plusSeconds(60));

        // When
        var command = command(JavaCommand.Mode.DEPLOYED);

        // Then
        assertThat(command).doesNotContain("AOT").doesNotContain("TieredStopAtLevel");
    }

    @Test
    void as_deployed_only_what_sends_mail_has_less_of_the_cores_than_the_others() {
        // When
        var mail = command(Service.NOTIFICATION, JavaCommand.Mode.DEPLOYED);
        var intake = command(Service.APPLICATIONS, JavaCommand.Mode.DEPLOYED);
        var local = command(Service.NOTIFICATION, JavaCommand.Mode.USE);

        // Then
        assertThat(mail).startsWith("nice ");
        assertThat(intake).doesNotContain("nice");
        assertThat(local).doesNotContain("nice");
    }

    @Test
    void files_of_a_moment_lie_with_its_data() {
        // When
        var command = command(JavaCommand.Mode.USE);

        // Then
        assertThat(command).contains("-Djava.io.tmpdir=" + repository.resolve("data/temporary"));
    }

    private String command(JavaCommand.Mode mode) {
        return command(Service.POSTINGS, mode);
    }

    private String command(Service service, JavaCommand.Mode mode) {
        return String.join(
                " ",
                new JavaCommand(repository, repository.resolve("data"), repository.resolve("data/temporary"), mode)
                        .of(service));
    }

    private static void file(Path path, Instant modified) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, "");
        Files.setLastModifiedTime(path, FileTime.from(modified));
    }
}
