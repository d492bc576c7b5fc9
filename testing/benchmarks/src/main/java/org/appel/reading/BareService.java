package org.appel.reading;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.appel.launcher.embedded.Ports;

/** The module {@code testing/bare-service} as a process, with the JVM's settings that a deployed service has. */
final class BareService implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final URI url;

    private BareService(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    static BareService started(Path repository) throws IOException, InterruptedException {
        int port = Ports.free();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var jar = repository.resolve("testing/bare-service/target/quarkus-app/quarkus-run.jar");
        var process = new ProcessBuilder(List.of(
                        java,
                        "-XX:+UseSerialGC",
                        "-Xmx537m",
                        "-Dquarkus.http.port=" + port,
                        "-jar",
                        jar.toAbsolutePath().toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        var service = new BareService(process, URI.create("http://127.0.0.1:" + port));
        service.awaitReady();
        return service;
    }

    URI url() {
        return url;
    }

    /** From now on {@code /bytes} answers with these. */
    void answer(byte[] bytes) throws IOException, InterruptedException {
        client.send(
                HttpRequest.newBuilder(url.resolve("/bytes"))
                        .header("Content-Type", "application/octet-stream")
                        .PUT(BodyPublishers.ofByteArray(bytes))
                        .build(),
                BodyHandlers.discarding());
    }

    private void awaitReady() throws InterruptedException, IOException {
        long end = System.nanoTime() + READY_WITHIN.toNanos();
        while (System.nanoTime() < end) {
            try {
                client.send(HttpRequest.newBuilder(url.resolve("/hello")).build(), BodyHandlers.discarding());
                return;
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
        close();
        throw new IOException("The bare service did not start: is it built?");
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
