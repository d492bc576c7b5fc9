package org.appel.postings.reliefweb;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Stands in for ReliefWeb: judges requests as it does, and otherwise answers by a script. */
final class StandIn implements AutoCloseable {

    static final String PROVIDER = "3f3a1a4e-91d2-4d4e-9a0d-0e0f0a0b0c0d";
    static final String KEY = "a-key-that-nobody-may-see";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Deque<Reply> script = new ArrayDeque<>();
    private final List<JsonNode> taken = new CopyOnWriteArrayList<>();
    private final List<Integer> statuses = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);

    /**
     * @param status 0 to give none
     * @param isTaken whether the document is taken, whatever is answered
     */
    record Reply(int status, String words, Map<String, String> headers, boolean isTaken) {

        Reply(int status, String words, Map<String, String> headers) {
            this(status, words, headers, status / 100 == 2);
        }

        /** Takes the document and is not heard any more. */
        static Reply lost() {
            return new Reply(0, "", Map.of(), true);
        }

        static Reply of(int status, String words) {
            return new Reply(status, words, Map.of());
        }
    }

    StandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("stand-in-", 0).factory()));
        server.createContext("/api/v2/jobs", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v2/jobs");
    }

    /** The next answers, before it goes back to 202. */
    void script(Reply... replies) {
        script.addAll(List.of(replies));
    }

    /** The documents that were taken, in order. */
    List<JsonNode> taken() {
        return taken;
    }

    /** How each request was answered, in order; 0 for not at all. */
    List<Integer> statuses() {
        return statuses;
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var reply = reply(exchange, body);
            if (reply.isTaken()) {
                taken.add(JSON.readTree(body));
            }
            statuses.add(reply.status());
            if (reply.status() == 0) {
                end.await();
                return;
            }
            var words = JSON.writeValueAsString(reply.words()).getBytes(StandardCharsets.UTF_8);
            reply.headers().forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(reply.status(), words.length);
            exchange.getResponseBody().write(words);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply reply(HttpExchange exchange, byte[] body) throws IOException {
        var headers = exchange.getRequestHeaders();
        var uri = exchange.getRequestURI();
        if (!String.valueOf(uri.getQuery()).startsWith("appname=appel")) {
            return Reply.of(400, "Missing or invalid appname parameter.");
        }
        if (!exchange.getRequestMethod().equals("PUT")) {
            return Reply.of(405, "Unsupported method.");
        }
        if (!PROVIDER.equals(headers.getFirst("X-RW-POST-API-PROVIDER"))
                || !KEY.equals(headers.getFirst("X-RW-POST-API-KEY"))) {
            return Reply.of(403, "Invalid API key: " + headers.getFirst("X-RW-POST-API-KEY"));
        }
        if (!"application/json".equals(headers.getFirst("Content-Type"))) {
            return Reply.of(400, "Invalid content format.");
        }
        var document = JSON.readTree(body);
        var uuid = UUID.fromString(uri.getPath().substring("/api/v2/jobs/".length()));
        if (!uuid.toString().equals(document.path("uuid").asText())
                || !uuid.equals(JobDocument.uuid(document.path("url").asText()))) {
            return Reply.of(400, "The UUID does not match the one generated from the URL.");
        }
        var scripted = script.poll();
        return scripted == null ? Reply.of(202, "Document queued for processing.") : scripted;
    }
}
