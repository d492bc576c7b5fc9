package org.appel.postings.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import org.awaitility.Awaitility;

/** A job board's end of a webhook: notes what comes and answers as it is told. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Message> received = new CopyOnWriteArrayList<>();
    private volatile Function<Message, Answer> answers;

    Receiver(Function<Message, Answer> answers) throws IOException {
        this.answers = answers;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::receive);
        server.start();
    }

    /** What came. */
    record Message(String path, Map<String, List<String>> headers, String body) {

        String id() {
            return headers.get("Webhook-id").getFirst();
        }

        String header(String name) {
            return headers.get(name).getFirst();
        }

        JsonPath json() {
            return new JsonPath(body);
        }
    }

    /**
     * What is answered.
     *
     * @param after for how long the other side waits
     */
    record Answer(int status, Map<String, String> headers, Duration after) {

        static Answer of(int status) {
            return new Answer(status, Map.of(), Duration.ZERO);
        }
    }

    static Receiver answering(int status) throws IOException {
        return new Receiver(_ -> Answer.of(status));
    }

    void answer(Function<Message, Answer> others) {
        answers = others;
    }

    String url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hooks")
                .toString();
    }

    List<Message> received() {
        return received;
    }

    List<Message> await(int number) {
        Awaitility.await(number + " messages").atMost(Duration.ofSeconds(30)).until(() -> received.size() >= number);
        return received;
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var message =
                    new Message(exchange.getRequestURI().getPath(), Map.copyOf(exchange.getRequestHeaders()), body);
            received.add(message);
            var answer = answers.apply(message);
            LockSupport.parkNanos(answer.after().toNanos());
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
