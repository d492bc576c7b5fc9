package org.appel.launcher.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

import com.sun.net.httpserver.HttpServer;

/** Answers to the readiness question and does nothing else; a test packs it where a service's jar is expected. */
final class TinyService {

    private TinyService() {}

    public static void main(String[] arguments) throws IOException {
        if (System.getenv("BROKEN") != null) {
            throw new IllegalStateException("this service is broken");
        }
        var port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }
}
