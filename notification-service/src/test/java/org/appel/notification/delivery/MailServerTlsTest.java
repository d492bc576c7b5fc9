package org.appel.notification.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Base64;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.appel.notification.ShippedSettings;
import org.appel.notification.config.DeliveryConfig;
import org.appel.notification.config.MailConfig;
import org.appel.notification.delivery.ScriptedMailServer.StartTls;
import org.appel.notification.model.Dependency;
import org.appel.notification.model.Kind;
import org.appel.notification.model.Language;
import org.appel.notification.model.Letter;
import org.appel.notification.model.MessageId;
import org.appel.notification.model.Outcome;

import static org.appel.notification.NotificationFixtures.EVENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Where TLS is demanded, no word of a mail and no password leaves without it, and its failure is no mail's fault. */
class MailServerTlsTest {

    private static final String PASSWORD = "correct-horse";
    private static final String LOGIN =
            Base64.getEncoder().encodeToString(("\0appel\0" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    private static final String RECIPIENT = "amel@candidats.example";

    @TempDir
    private static Path folder;

    private static SSLContext selfSigned;

    private int port;
    private ScriptedMailServer server;

    @BeforeAll
    static void aCertificateThatNobodyTrusts() throws IOException, InterruptedException, GeneralSecurityException {
        var store = folder.resolve("store.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "SAN=IP:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(made.waitFor()).isZero();
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        selfSigned = SSLContext.getInstance("TLS");
        selfSigned.init(managers.getKeyManagers(), null, null);
    }

    @BeforeEach
    void start() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        server = new ScriptedMailServer(port);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("starttls", new StartTls.NotOffered()),
                Arguments.of("starttls", new StartTls.Broken()),
                Arguments.of("starttls", new StartTls.Offered(selfSigned)),
                Arguments.of("tls", new StartTls.NotOffered()));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_mail_waits_for_tls_and_nothing_of_it_is_said_in_the_clear(String protection, StartTls offered)
            throws InterruptedException {
        // Given
        server.startTls(offered);

        // When
        var outcome = send(protection);

        // Then
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Postponed.class, postponed -> assertThat(postponed.away())
                .isEqualTo(Dependency.MAIL_SERVER));
        assertNothingIsSaidInTheClear();
        assertThat(server.keptFor(RECIPIENT)).isEmpty();
    }

    @Test
    void a_client_that_speaks_in_the_clear_is_noticed() throws InterruptedException {
        // When
        var outcome = send("none");

        // Then
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        assertThatThrownBy(this::assertNothingIsSaidInTheClear).isInstanceOf(AssertionError.class);
    }

    private void assertNothingIsSaidInTheClear() {
        assertThat(server.saidInTheClear())
                .noneMatch(line -> Stream.of("MAIL FROM", "RCPT TO", "DATA", "AUTH", RECIPIENT, LOGIN)
                        .anyMatch(line::contains));
    }

    private Outcome send(String protection) throws InterruptedException {
        var settings = ShippedSettings.of(
                MailConfig.class,
                "appel.mail.port",
                String.valueOf(port),
                "appel.mail.protection",
                protection,
                "appel.mail.username",
                "appel",
                "appel.mail.password",
                PASSWORD,
                "appel.mail.read-timeout",
                "1s",
                "appel.mail.total-timeout",
                "5s");
        var mailServer = new MailServer(
                new SmtpConnections(settings),
                new MimeLetters(settings, Clock.systemUTC()),
                new DomainTurns(ShippedSettings.of(DeliveryConfig.class)),
                settings);
        var letter = new Letter(Language.FR, "Candidature reçue", "Bonjour", "<p>Bonjour</p>");
        try {
            return mailServer.send(
                    Addressed.toOne(letter, RECIPIENT, "Amel", "OMCT", null, null),
                    MessageId.of(EVENT, Kind.ACKNOWLEDGEMENT, "appel.example"));
        } finally {
            mailServer.stop();
        }
    }
}
