package org.appel.applications.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.appel.testing.Infrastructure;
import org.appel.testing.RealInfrastructure;

import static org.assertj.core.api.Assertions.assertThat;

/** A process with a heap of 48 MiB seals and stores a content of 256 MiB and opens it again: see {@link OneLargeContent}. */
@RealInfrastructure
class SmallHeapTest {
    @TempDir
    Path directory;

    @Test
    void a_folder_takes_and_gives_what_is_far_larger_than_the_heap() throws Exception {
        assertThat(ran("folder", directory.toString())).contains("256 MiB came back");
    }

    @Test
    void the_database_takes_and_gives_what_is_far_larger_than_the_heap() throws Exception {
        assertThat(ran(
                        "database",
                        Infrastructure.newDatabase(),
                        Infrastructure.databaseUser(),
                        Infrastructure.databasePassword()))
                .contains("256 MiB came back");
    }

    @Test
    void a_bucket_takes_and_gives_what_is_far_larger_than_the_heap() throws Exception {
        // Given
        var server = new S3Server(S3Server.freePort());
        try {
            assertThat(ran("s3", server.endpoint().toString())).contains("256 MiB came back");
        } finally {
            server.stop();
        }
    }

    private String ran(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                OneLargeContent.class.getName()));
        command.addAll(List.of(arguments));
        var log = directory.resolve("log").toFile();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            return java.nio.file.Files.readString(log.toPath()).strip();
        } finally {
            process.destroyForcibly();
        }
    }
}
