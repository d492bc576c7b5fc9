package org.appel.service;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;

/**
 * Speaks HTTP/1.1 alone where nothing encrypts the connection. The change to HTTP/2 in mid-connection, which some clients
 * offer with each first request, is obsolete, and the server's is not safe: of the answers that are ready at once and larger
 * than one frame, every tenth or so lost its end on the way, and the client waited for it for ever. With TLS, HTTP/2 is agreed
 * on before the first request, as ever.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9113#section-3.1">RFC 9113, 3.1: h2c is obsolete</a>
 */
@ApplicationScoped
class ClearText implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
