package org.appel.launcher.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.appel.launcher.embedded.EmbeddedIdentity.Client;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddedIdentityTest {

    private static final TokenClaims HR =
            new TokenClaims("hr@omct", Set.of("hr"), Set.of("omct"), Duration.ofMinutes(10));

    @TempDir
    private Path directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private EmbeddedIdentity identity;

    @BeforeEach
    void start() {
        identity = identity();
        identity.start();
    }

    @AfterEach
    void stop() {
        identity.stop();
        http.close();
    }

    @Test
    void the_published_keys_verify_a_persons_token_with_its_claims() throws Exception {
        // Given
        var token = SignedJWT.parse(identity.issuer().issue(HR));

        // When
        var keys = JWKSet.parse(get("/jwks"));

        // Then
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
        assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
        assertThat(key.isPrivate()).isFalse();
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("appel");
        assertThat(token.getJWTClaimsSet().getStringListClaim("groups")).containsExactly("hr");
        assertThat(token.getJWTClaimsSet().getStringListClaim("organisations")).containsExactly("omct");
    }

    @Test
    void the_discovery_document_names_issuer_and_end_points() throws Exception {
        // When
        var configuration = get("/.well-known/openid-configuration");

        // Then
        assertThat(configuration).contains("\"issuer\":\"" + identity.url() + "\"", "/jwks", "/token");
    }

    @Test
    void a_service_gets_a_token_for_its_secret_and_none_for_another() throws Exception {
        // When
        var good = token("notification-service", "right");
        var bad = token("notification-service", "wrong");

        // Then
        assertThat(good.statusCode()).isEqualTo(200);
        assertThat(good.body()).contains("\"token_type\":\"Bearer\"");
        assertThat(bad.statusCode()).isEqualTo(401);
        assertThat(bad.body()).isEqualTo("{\"error\":\"invalid_client\"}");
    }

    @Test
    void the_key_is_kept_for_the_next_start_and_only_its_owner_can_read_it() throws Exception {
        // When
        var next = identity();

        // Then
        assertThat(next.issuer().publicKeys()).isEqualTo(identity.issuer().publicKeys());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("key.json"))))
                .isEqualTo("rw-------");
    }

    private EmbeddedIdentity identity() {
        var clients = Map.of("notification-service", new Client("right", Set.of("service")));
        return new EmbeddedIdentity(directory.resolve("key.json"), 0, clients, Clock.systemUTC());
    }

    private String get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(identity.url().resolve(path)).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private HttpResponse<String> token(String id, String secret) throws IOException, InterruptedException {
        var basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes());
        var request = HttpRequest.newBuilder(URI.create(identity.url() + "/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
