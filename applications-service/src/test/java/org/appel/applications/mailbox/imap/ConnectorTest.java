package org.appel.applications.mailbox.imap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

import com.icegreen.greenmail.util.ServerSetup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.launcher.embedded.Ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConnectorTest {
    private static final Credentials RIGHT = new Credentials.Password(MailServer.PASSWORD);

    @Test
    void a_password_lets_in() throws Exception {
        try (var server = new MailServer(ServerSetup.PROTOCOL_IMAP);
                var line = connector(new Settings(server.port()), RIGHT, Optional.empty())
                        .connect()) {
            assertThat(line.select("INBOX").total).isZero();
        }
    }

    @Test
    void a_wrong_password_is_told_from_a_server_that_is_away() {
        try (var server = new MailServer(ServerSetup.PROTOCOL_IMAP)) {
            // Given
            var wrong = new Credentials.Password("wrong");

            // Then
            assertThat(trouble(connector(new Settings(server.port()), wrong, Optional.empty())))
                    .isEqualTo("login-refused");
        }
        assertThat(trouble(connector(new Settings(Ports.free()), RIGHT, Optional.empty())))
                .isEqualTo("unreachable");
        assertThat(trouble(connector(new Settings(143).with("host", "nowhere.invalid"), RIGHT, Optional.empty())))
                .isEqualTo("unknown-host");
    }

    @Test
    void tls_is_taken_from_a_server_that_is_trusted_and_from_no_other(@TempDir Path directory) throws Exception {
        // Given
        var certificate = Certificate.of("localhost", directory);
        try (var server = certificate.usedBy(() -> new MailServer(ServerSetup.PROTOCOL_IMAPS))) {
            var settings = new Settings(server.port()).with("protection", "tls").with("host", "localhost");

            // Then
            assertThat(trouble(connector(settings, RIGHT, Optional.empty()))).isEqualTo("tls-refused");
            try (var line = connector(settings, RIGHT, Optional.of(certificate.trusting()))
                    .connect()) {
                assertThat(line.isSSL()).isTrue();
                assertThat(line.select("INBOX").total).isZero();
            }
            assertThat(trouble(
                            connector(settings.with("host", "127.0.0.1"), RIGHT, Optional.of(certificate.trusting()))))
                    .isEqualTo("tls-refused");
        }
    }

    @Test
    void a_server_that_does_not_offer_starttls_gets_no_password() throws IOException {
        try (var server = new Scripted("IMAP4rev1")) {
            // Given
            var settings = new Settings(server.port()).with("protection", "starttls");

            // Then
            assertThat(trouble(connector(settings, RIGHT, Optional.empty()))).isEqualTo("no-starttls");
            assertThat(server.heard).noneMatch(line -> line.contains("LOGIN") || line.contains("AUTHENTICATE"));
        }
    }

    @Test
    void a_server_that_does_not_answer_is_given_up() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Given
            var settings = new Settings(silent.getLocalPort()).with("read-timeout", "300ms");

            // Then
            assertThat(trouble(connector(settings, RIGHT, Optional.empty()))).isEqualTo("no-answer");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTH=OAUTHBEARER SASL-IR", "AUTH=XOAUTH2 SASL-IR", "AUTH=OAUTHBEARER", "AUTH=XOAUTH2"})
    void a_bearer_token_lets_in(String offered) throws Exception {
        try (var server = new Scripted("IMAP4rev1 " + offered)) {
            // Given
            var tokens = new Bearers("right");

            // When
            connector(new Settings(server.port()), tokens, Optional.empty())
                    .connect()
                    .close();

            // Then
            var said = server.answers.getFirst();
            assertThat(said)
                    .startsWith(
                            offered.contains("OAUTHBEARER")
                                    ? "n,a=" + MailServer.USER + ","
                                    : "user=" + MailServer.USER)
                    .contains("\1auth=Bearer right\1\1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTH=OAUTHBEARER SASL-IR", "AUTH=XOAUTH2 SASL-IR", "AUTH=OAUTHBEARER", "AUTH=XOAUTH2"})
    void a_token_that_is_refused_is_replaced(String offered) throws Exception {
        try (var server = new Scripted("IMAP4rev1 " + offered)) {
            // Given
            var connector = connector(new Settings(server.port()), new Bearers("stale", "right"), Optional.empty());

            // When
            var first = trouble(connector);

            // Then
            assertThat(first).isEqualTo("login-refused");
            connector.connect().close();
        }
    }

    @Test
    void a_server_that_takes_no_tokens_is_sent_none() throws IOException {
        try (var server = new Scripted("IMAP4rev1 AUTH=PLAIN")) {
            assertThat(trouble(connector(new Settings(server.port()), new Bearers("right"), Optional.empty())))
                    .isEqualTo("no-bearer-login");
        }
    }

    @Test
    void the_library_s_own_server_takes_tokens() throws Exception {
        try (var server = new MailServer(ServerSetup.PROTOCOL_IMAP);
                var line = connector(new Settings(server.port()), new Bearers(MailServer.PASSWORD), Optional.empty())
                        .connect()) {
            assertThat(line.select("INBOX").total).isZero();
        }
    }

    private static Connector connector(Settings settings, Credentials credentials, Optional<SSLContext> tls) {
        return new Connector(settings.build(), credentials, tls);
    }

    private static String trouble(Connector connector) {
        var codes = new CopyOnWriteArrayList<String>();
        assertThatThrownBy(() -> connector.connect().close())
                .isInstanceOfSatisfying(Away.class, away -> codes.add(away.code()));
        return codes.getFirst();
    }

    /** Gives out one token after the other, the next when one was refused. */
    private static final class Bearers implements Credentials.Bearer {
        private final Deque<String> tokens;

        Bearers(String... tokens) {
            this.tokens = new ArrayDeque<>(List.of(tokens));
        }

        @Override
        public String token() {
            return tokens.getFirst();
        }

        @Override
        public void refused() {
            tokens.removeFirst();
        }
    }

    /** As far as the login; lets in who shows the token "right". */
    private static final class Scripted implements AutoCloseable {
        private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final String capabilities;
        private final List<String> heard = new CopyOnWriteArrayList<>();
        private final List<String> answers = new CopyOnWriteArrayList<>();

        Scripted(String capabilities) throws IOException {
            this.capabilities = capabilities;
            Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        serve(listening.accept());
                    }
                } catch (IOException closed) {
                    // The end.
                }
            });
        }

        int port() {
            return listening.getLocalPort();
        }

        private void serve(Socket socket) {
            try (socket;
                    var in = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
                say(socket, "* OK [CAPABILITY " + capabilities + "] ready");
                for (var line = in.readLine(); line != null; line = in.readLine()) {
                    heard.add(line);
                    var words = line.split(" ");
                    switch (words[1]) {
                        case "CAPABILITY" -> {
                            say(socket, "* CAPABILITY " + capabilities);
                            say(socket, words[0] + " OK");
                        }
                        case "AUTHENTICATE" -> authenticate(socket, in, words);
                        default -> say(socket, words[0] + " BAD");
                    }
                }
            } catch (IOException closed) {
                // The next one.
            }
        }

        private void authenticate(Socket socket, BufferedReader in, String[] words) throws IOException {
            if (words.length == 3) {
                say(socket, "+ ");
            }
            var encoded = words.length == 3 ? in.readLine() : words[3];
            var answer = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            answers.add(answer);
            if (answer.contains("Bearer right")) {
                say(socket, words[0] + " OK welcome");
            } else {
                say(socket, "+ eyJzdGF0dXMiOiI0MDEifQ==");
                in.readLine();
                say(socket, words[0] + " NO [AUTHENTICATIONFAILED] no");
            }
        }

        private static void say(Socket socket, String line) throws IOException {
            socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void close() throws IOException {
            listening.close();
        }
    }
}
