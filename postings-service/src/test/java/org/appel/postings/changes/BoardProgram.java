package org.appel.postings.changes;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A job board as a program of its own, to be killed: it applies what it hears to its shelf and goes on from there when it
 * is started again. Arguments: {@code pages} or {@code stream}, the service's address, the shelf's folder, and
 * {@code careful}, or {@code hasty} for a board that writes its position first and loses what it was killed over.
 */
final class BoardProgram {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 40;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final URI service;
    private final Shelf shelf;
    private final boolean hasty;

    private BoardProgram(URI service, Shelf shelf, boolean hasty) {
        this.service = service;
        this.shelf = shelf;
        this.hasty = hasty;
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        var board = new BoardProgram(
                URI.create(arguments[1]), new Shelf(Path.of(arguments[2])), arguments[3].equals("hasty"));
        System.out.println("started");
        if (arguments[0].equals("pages")) {
            board.readPages();
        } else {
            board.readStream();
        }
    }

    private void readPages() throws IOException, InterruptedException {
        while (true) {
            var uri = service.resolve("/postings/changes?limit=" + PAGE + "&after=" + shelf.position());
            try {
                var page = JSON.readTree(http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                        .body());
                var items = page.get("items");
                if (hasty && !items.isEmpty()) {
                    shelf.moveTo(items.get(items.size() - 1).get("seq").asLong());
                }
                for (JsonNode item : items) {
                    apply(item);
                }
                if (!page.get("more").asBoolean()) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
                }
            } catch (ConnectException e) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
    }

    private void readStream() throws IOException, InterruptedException {
        while (true) {
            var request = HttpRequest.newBuilder(service.resolve("/postings/changes/stream"))
                    .header("Accept", "text/event-stream")
                    .header("Last-Event-ID", String.valueOf(shelf.position()))
                    .build();
            try (var lines = http.send(request, BodyHandlers.ofLines()).body()) {
                for (var each = lines.iterator(); each.hasNext(); ) {
                    var line = each.next();
                    if (line.startsWith("data:")) {
                        apply(JSON.readTree(line.substring("data:".length())));
                    }
                }
            } catch (IOException | java.io.UncheckedIOException e) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
    }

    /** It takes its time, so that it is often killed over an entry. */
    private void apply(JsonNode item) throws IOException {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(hasty ? 20 : 1));
        shelf.apply(item);
        if (!hasty) {
            shelf.moveTo(item.get("seq").asLong());
        }
    }
}
