package org.appel.launcher.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.appel.launcher.embedded.TokenIssuer;
import org.appel.launcher.screen.Screen;

import static org.assertj.core.api.Assertions.assertThat;

class CommandsTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final URI ISSUER = URI.create("http://127.0.0.1:8084");

    @TempDir
    private Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void token_prints_a_token_that_the_system_accepts_and_nothing_else() throws Exception {
        // Given
        var issuer = runningSystem();

        // When
        var status = run("token", "--role", "hr", "--organisation", "omct", "--organisation", "oim");

        // Then
        assertThat(status).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString().lines()).hasSize(1);
        var token = SignedJWT.parse(out.toString().strip());
        assertThat(token.verify(new RSASSAVerifier(issuer.key().toRSAPublicKey())))
                .isTrue();
        assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo(ISSUER.toString());
        assertThat(token.getJWTClaimsSet().getStringListClaim("groups")).containsExactly("hr");
        assertThat(token.getJWTClaimsSet().getStringListClaim("organisations"))
                .containsExactlyInAnyOrder("omct", "oim");
    }

    @Test
    void an_account_that_does_not_balance_is_shown_and_ends_the_ledger_with_1() throws Exception {
        // Given
        var books = new com.fasterxml.jackson.databind.ObjectMapper().readTree("""
                {"balanced": false, "postings": [], "mailboxes": [
                  {"mailbox": "omct", "arrived": 5, "accepted": 2, "updated": 0, "duplicate": 1,
                   "refused": {"deadline-passed": 1, "withdrawn": 1}, "unsorted": 0, "automatic": 0,
                   "answers": {"sent": 3, "failed": {}, "suppressed": {"duplicate": 1}, "pending": 0},
                   "balanced": false}]}""");

        // When
        var status = new LedgerCommand(screen(), CLOCK).show(books);

        // Then
        assertThat(status).isEqualTo(1);
        assertThat(out.toString()).containsPattern("omct +5 +2 +0 +1 +2 +0 +0 +3 +1 +0 .*✗");
    }

    @Test
    void token_without_a_running_system_says_how_to_start_one_and_prints_nothing() {
        // When
        var status = run("token", "--role", "hr");

        // Then
        assertThat(status).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("appel: Appel is not running here; start it with ./appel start.");
    }

    @Test
    void an_unknown_role_is_refused_with_the_roles_there_are() {
        // When
        var status = run("token", "--role", "boss");

        // Then
        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).contains("boss", "admin", "hr", "panel", "board", "ops", "service");
    }

    @Test
    void start_on_a_busy_port_names_the_port_and_its_option_and_leaves_nothing_behind() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Given
            var busy = Integer.toString(other.getLocalPort());
            System.setProperty("appel.repository", "../..");

            // When
            var status = run("start", "--port-broker", busy);

            // Then
            assertThat(status).isEqualTo(2);
            assertThat(err.toString())
                    .contains("Port " + busy + " is in use; choose another with --port-broker <port>.");
            assertThat(data).doesNotExist();
        }
    }

    private TokenIssuer runningSystem() throws IOException {
        var key = data.resolve("run").resolve("identity.json");
        var issuer = TokenIssuer.withKeyIn(key, ISSUER, CLOCK);
        Files.writeString(data.resolve("state.json"), """
                {"pid": %d, "issuer": "%s", "identityKey": "%s", "ports": {"postings": 1, "applications": 2,
                 "notification": 3, "identity": 4, "broker": 5, "database": 6, "smtp": 7, "imap": 8}}""".formatted(
                        ProcessHandle.current().pid(), ISSUER, key));
        return issuer;
    }

    private int run(String command, String... options) {
        var arguments = new String[options.length + 3];
        arguments[0] = command;
        arguments[1] = "--data";
        arguments[2] = data.toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return Appel.run(screen(), CLOCK, arguments);
    }

    private Screen screen() {
        return new Screen(new PrintWriter(out, true), new PrintWriter(err, true), false);
    }
}
