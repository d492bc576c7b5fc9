package org.appel.postings.changes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A job board that is called, as a program of its own, to be killed; and that misbehaves besides: it answers 500 and 429,
 * says nothing, and takes what it then denies to have taken. Arguments: the port, the service's address, the shelf's
 * folder, and the webhook's secret.
 */
final class CalledBoardProgram {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] TOMBSTONE = {"id", "organisation", "state", "withdrawnAt", "reason"};

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Random random = new Random();
    private final URI service;
    private final Shelf shelf;
    private final Webhook webhook;

    private CalledBoardProgram(URI service, Shelf shelf, Webhook webhook) {
        this.service = service;
        this.shelf = shelf;
        this.webhook = webhook;
    }

    public static void main(String... arguments) throws IOException {
        var board = new CalledBoardProgram(
                URI.create(arguments[1]), new Shelf(Path.of(arguments[2])), new Webhook(arguments[3]));
        var server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])), 50);
        server.setExecutor(Executors.newFixedThreadPool(8));
        server.createContext("/", board::receive);
        server.start();
        System.out.println("started");
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer(exchange, body), -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int answer(HttpExchange exchange, String body) throws IOException, InterruptedException {
        int mood = random.nextInt(100);
        if (mood < 8) {
            return 500;
        }
        if (mood < 10) {
            exchange.getResponseHeaders().set("Retry-After", "0");
            return 429;
        }
        try {
            webhook.verify(body, exchange.getRequestHeaders());
        } catch (WebhookVerificationException e) {
            return 401;
        }
        apply(JSON.readTree(body).get("data"));
        if (mood < 12) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
        }
        return mood < 20 ? 500 : 204;
    }

    /** Messages come twice and in any order: only what is newer than what is known of the posting counts. */
    private synchronized void apply(JsonNode data) throws IOException, InterruptedException {
        var id = data.get("posting").asText();
        var known = shelf.folder().resolve(id + ".seq");
        if (Files.exists(known)
                && Long.parseLong(Files.readString(known)) >= data.get("seq").asLong()) {
            return;
        }
        var answer = http.send(
                HttpRequest.newBuilder(service.resolve("/postings/" + id)).build(), BodyHandlers.ofString());
        shelf.keep(id, posting(answer.statusCode(), JSON.readTree(answer.body())));
        shelf.note(id, data.get("seq").asLong());
    }

    private static JsonNode posting(int status, JsonNode body) {
        if (status == 200) {
            return body;
        }
        var tombstone = JSON.createObjectNode();
        for (var member : TOMBSTONE) {
            tombstone.set(member, body.get(member));
        }
        return tombstone;
    }
}
