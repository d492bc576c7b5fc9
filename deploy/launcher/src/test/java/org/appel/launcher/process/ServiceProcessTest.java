package org.appel.launcher.process;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.appel.launcher.embedded.Ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class ServiceProcessTest {

    @TempDir
    private Path repository;

    private final int port = Ports.free();
    private final List<Integer> deaths = new CopyOnWriteArrayList<>();
    private ServiceProcess service;

    @BeforeEach
    void packTheService() throws IOException {
        pack(Service.POSTINGS.jar(repository));
        service = process(Map.of());
    }

    @AfterEach
    void stop() {
        service.stop();
    }

    @Test
    void a_service_is_ready_when_it_says_so_and_gone_when_it_is_stopped() {
        // Given
        service.start();
        service.awaitReady();
        var process = service.handle();

        // When
        service.stop();

        // Then
        assertThat(process.isAlive()).isFalse();
        assertThat(service.isReady()).isFalse();
        assertThat(deaths).isEmpty();
    }

    @Test
    void a_service_that_is_killed_is_started_again_and_it_is_said() {
        // Given
        service.start();
        service.awaitReady();
        var killed = service.handle();

        // When
        killed.destroyForcibly();

        // Then
        await().until(() -> service.handle().pid() != killed.pid() && service.isReady());
        assertThat(deaths).containsExactly(128 + 9);
    }

    @Test
    void a_service_that_ends_while_starting_is_reported_with_its_last_lines_and_not_tried_again() {
        // Given
        service = process(Map.of("BROKEN", "yes"));

        // When
        service.start();

        // Then
        assertThatThrownBy(service::awaitReady)
                .isInstanceOf(ServiceFailed.class)
                .hasMessageContaining("postings-service ended while starting")
                .hasMessageContaining("this service is broken");
        assertThat(deaths).isEmpty();
    }

    @Test
    void a_service_that_a_killed_launcher_left_behind_is_found_by_its_data_directory() throws IOException {
        // Given
        var builder = new ProcessBuilder(command().of(Service.POSTINGS));
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        var left = builder.start();

        // When
        Orphans.end(repository.resolve("data"));

        // Then
        await().until(() -> !left.isAlive());
    }

    private ServiceProcess process(Map<String, String> more) {
        var environment = new HashMap<>(more);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        return new ServiceProcess(
                Service.POSTINGS,
                command(),
                environment,
                repository.resolve("service.log"),
                URI.create("http://127.0.0.1:" + port),
                (dead, status) -> deaths.add(status));
    }

    private JavaCommand command() {
        return new JavaCommand(repository, repository.resolve("data"), repository, JavaCommand.Mode.USE);
    }

    private static void pack(Path jar) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, TinyService.class.getName());
        Files.createDirectories(jar.getParent());
        var name = TinyService.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var type = TinyService.class.getResourceAsStream("/" + name)) {
            out.putNextEntry(new JarEntry(name));
            assertThat(type).isNotNull();
            type.transferTo(out);
        }
    }
}
