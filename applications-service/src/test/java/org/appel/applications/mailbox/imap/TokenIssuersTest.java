package org.appel.applications.mailbox.imap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Inject;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
class TokenIssuersTest {
    @Inject
    TokenIssuers issuers;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer issuer;
    private int lifetime = 3600;
    private int status = 200;

    @BeforeEach
    void anIssuer() throws IOException {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/tenant/oauth2/token", this::answer);
        issuer.start();
    }

    @AfterEach
    void stop() {
        issuer.stop(0);
    }

    @Test
    void a_token_is_had_by_the_clients_own_credentials() throws Away {
        // When
        var token = bearer(settings()).token();

        // Then
        assertThat(token).isEqualTo("token-1");
        assertThat(asked)
                .singleElement()
                .asString()
                .contains("grant_type=client_credentials", "scope=https://mail.example/.default offline");
    }

    @Test
    void a_token_is_had_by_a_refresh_token_and_the_next_by_the_one_that_came_with_it() throws Away {
        // Given
        var bearer = bearer(settings().with("oauth.refresh-token", "refresh-0"));

        // When
        bearer.token();
        bearer.refused();
        bearer.token();

        // Then
        assertThat(asked.getFirst()).contains("grant_type=refresh_token", "refresh_token=refresh-0");
        assertThat(asked.getLast()).contains("grant_type=refresh_token", "refresh_token=refresh-1");
    }

    @Test
    void a_token_is_kept_while_it_is_good() throws Away {
        // Given
        var bearer = bearer(settings());

        // When
        bearer.token();
        bearer.token();

        // Then
        assertThat(asked).hasSize(1);
    }

    @Test
    void a_token_is_renewed_before_it_ends() throws Away {
        // Given
        lifetime = 60;
        var bearer = bearer(settings());
        bearer.token();

        // When
        var token = bearer.token();

        // Then
        assertThat(token).isEqualTo("token-2");
    }

    @Test
    void a_token_that_was_refused_is_renewed() throws Away {
        // Given
        var bearer = bearer(settings());
        bearer.token();

        // When
        bearer.refused();

        // Then
        assertThat(bearer.token()).isEqualTo("token-2");
    }

    @Test
    void an_issuer_that_gives_none_is_asked_again_later() throws Away {
        // Given
        status = 503;
        var bearer = bearer(settings());

        // Then
        assertThatThrownBy(bearer::token).isInstanceOf(Away.class).hasMessage("no-token");
        status = 200;
        assertThat(bearer.token()).startsWith("token-");
    }

    private Credentials.Bearer bearer(Settings settings) {
        return issuers.of(settings.build().oauth().orElseThrow());
    }

    private Settings settings() {
        return new Settings(143)
                .without("password")
                .with(
                        "oauth.token-url",
                        "http://127.0.0.1:" + issuer.getAddress().getPort() + "/tenant/oauth2/token")
                .with("oauth.client-id", "appel")
                .with("oauth.client-secret", "a secret of the client")
                .with("oauth.scope", "https://mail.example/.default offline");
    }

    private void answer(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(URLDecoder.decode(form, StandardCharsets.UTF_8));
        var body =
                "{\"access_token\":\"token-%d\",\"refresh_token\":\"refresh-%d\",\"expires_in\":%d,\"token_type\":\"Bearer\"}"
                        .formatted(asked.size(), asked.size(), lifetime)
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
