package org.appel.notification.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/** Plays one of the two services that know the recipients: answers by path, or not at all. */
final class Neighbours {

    private final int port;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final AtomicInteger questions = new AtomicInteger();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private @Nullable HttpServer server;
    private volatile int instead;

    private record Answer(int status, String json) {}

    Neighbours(int port) {
        this.port = port;
        start();
    }

    void start() {
        try {
            var started = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
            started.createContext("/", this::answer);
            started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            started.start();
            server = started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    /** What a question for this path is answered. */
    void put(String path, int status, String json) {
        answers.put(path, new Answer(status, json));
    }

    /** All questions get this status; 0 ends that. */
    void answerAll(int status) {
        instead = status;
    }

    /** The paths that were asked for, with their queries. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    int questions() {
        return questions.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            questions.incrementAndGet();
            asked.add(exchange.getRequestURI().toString());
            var token = exchange.getRequestHeaders().getFirst("Authorization");
            var answer = answers.getOrDefault(exchange.getRequestURI().getPath(), new Answer(404, "{}"));
            var status = instead != 0 ? instead : token == null || !token.startsWith("Bearer ") ? 401 : answer.status;
            var body = (status == answer.status ? answer.json : "{}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
