package org.appel.launcher.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/**
 * A small OIDC provider: discovery document, public keys, and a token end point for client credentials. People's tokens are issued by
 * {@link #issuer()} without HTTP.
 */
public final class EmbeddedIdentity implements EmbeddedPart {

    private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int port;
    private final TokenIssuer issuer;
    private final Map<String, Client> clients;
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;

    /**
     * A program that may ask for tokens.
     *
     * @param secret what it proves itself with
     * @param groups the roles its tokens carry
     */
    public record Client(String secret, Set<String> groups) {

        public Client {
            groups = Set.copyOf(groups);
        }

        @Override
        public String toString() {
            return "Client[groups=" + groups + "]";
        }
    }

    /**
     * A provider, not yet started.
     *
     * @param keyFile where the signing key is kept; made when missing
     * @param port on 127.0.0.1, 0 for any free one
     * @param clients by client id
     */
    public EmbeddedIdentity(Path keyFile, int port, Map<String, Client> clients, Clock clock) {
        this.port = port == 0 ? Ports.free() : port;
        this.issuer = TokenIssuer.withKeyIn(keyFile, URI.create("http://127.0.0.1:" + this.port), clock);
        this.clients = Map.copyOf(clients);
    }

    /** Signs tokens for people; works whether the provider runs or not. */
    public TokenIssuer issuer() {
        return issuer;
    }

    /** The address under which services find the provider. */
    public URI url() {
        return issuer.issuer();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public synchronized void start() {
        if (server != null) {
            return;
        }
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new EmbeddedPartFailed("identity: port " + port + " cannot be bound", e);
        }
        threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext(
                "/.well-known/openid-configuration", exchange -> answer(exchange, 200, json(configuration())));
        server.createContext("/jwks", exchange -> answer(exchange, 200, issuer.publicKeys()));
        server.createContext("/token", this::token);
        server.start();
    }

    @Override
    public synchronized void stop() {
        if (server != null && threads != null) {
            server.stop(0);
            threads.close();
            server = null;
        }
    }

    private Map<String, Object> configuration() {
        return Map.of(
                "issuer", url().toString(),
                "jwks_uri", url() + "/jwks",
                "token_endpoint", url() + "/token",
                "grant_types_supported", List.of("client_credentials"),
                "token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"),
                "response_types_supported", List.of("token"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"));
    }

    private void token(HttpExchange exchange) throws IOException {
        var request = TokenRequest.read(exchange);
        if (!"client_credentials".equals(request.grantType())) {
            answer(exchange, 400, json(Map.of("error", "unsupported_grant_type")));
            return;
        }
        var client = clients.get(request.clientId());
        if (client == null || !request.proves(client.secret())) {
            answer(exchange, 401, json(Map.of("error", "invalid_client")));
            return;
        }
        var claims = new TokenClaims(request.clientId(), client.groups(), Set.of(), TOKEN_LIFETIME);
        answer(
                exchange,
                200,
                json(Map.of(
                        "access_token",
                        issuer.issue(claims),
                        "token_type",
                        "Bearer",
                        "expires_in",
                        TOKEN_LIFETIME.toSeconds())));
    }

    private static String json(Map<String, Object> content) throws IOException {
        return JSON.writeValueAsString(content);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
