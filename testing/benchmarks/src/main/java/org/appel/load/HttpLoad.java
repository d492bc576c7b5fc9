package org.appel.load;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * Requests over connections that stay open, each with the next one sent when the last was answered. Writes HTTP/1.1 by
 * hand: the two cores belong to what is measured, and a client library would take a good part of them.
 */
public final class HttpLoad {

    private static final int BUFFER = 1 << 16;

    private final URI service;
    private final int connections;

    public HttpLoad(URI service, int connections) {
        this.service = service;
        this.connections = connections;
    }

    /**
     * Sends requests for a while.
     *
     * @param request the head from the first header line's end on of the n-th request: method, path and headers
     * @param expectedStatus of each answer
     * @return answers in a second
     * @throws Exception the first failure: what is measured must not be failures
     */
    public double perSecond(Duration time, IntFunction<byte[]> request, int expectedStatus) throws Exception {
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        long answers = 0;
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var running = new ArrayList<Future<Long>>();
            for (int i = 0; i < connections; i++) {
                int first = i;
                running.add(threads.submit((Callable<Long>) () -> ask(end, request, first, expectedStatus)));
            }
            for (var connection : running) {
                answers += connection.get();
            }
        }
        return answers / ((System.nanoTime() - begin) / 1e9);
    }

    /** A request without a body. */
    public static byte[] get(URI service, String path, String... headers) {
        var head = new StringBuilder("GET ")
                .append(path)
                .append(" HTTP/1.1\r\nHost: ")
                .append(service.getAuthority())
                .append("\r\n");
        for (var header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private long ask(long end, IntFunction<byte[]> request, int first, int expectedStatus) throws IOException {
        long answers = 0;
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setTcpNoDelay(true);
            var out = socket.getOutputStream();
            var in = new AnswerReader(socket.getInputStream(), BUFFER);
            for (int n = first; System.nanoTime() < end; n += connections) {
                out.write(request.apply(n));
                int status = in.skip();
                if (status != expectedStatus) {
                    throw new IOException("Answered with " + status);
                }
                answers++;
            }
        }
        return answers;
    }
}
