package org.appel.applications.mailbox.imap;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.appel.testing.Infrastructure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.startsWith;

/** The service as it is started with two mailboxes, one of which is away. */
@QuarkusTest
@TestProfile(MailboxReadersTest.TwoMailboxes.class)
class MailboxReadersTest {
    private static final String ADDRESS = "candidatures@readers.example";

    @Inject
    Noting noting;

    public static class TwoMailboxes implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.ofEntries(
                    Map.entry("appel.mailboxes.here.organisation", "omct"),
                    Map.entry("appel.mailboxes.here.host", "127.0.0.1"),
                    Map.entry(
                            "appel.mailboxes.here.port",
                            Integer.toString(Infrastructure.mail().imapPort())),
                    Map.entry("appel.mailboxes.here.protection", "none"),
                    Map.entry("appel.mailboxes.here.username", ADDRESS),
                    Map.entry("appel.mailboxes.here.password", "any"),
                    Map.entry("appel.mailboxes.away.organisation", "oim"),
                    Map.entry("appel.mailboxes.away.host", "nowhere.invalid"),
                    Map.entry("appel.mailboxes.away.username", "x@away.example"),
                    Map.entry("appel.mailboxes.away.password", "any"));
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(Noting.class);
        }
    }

    @Alternative
    @ApplicationScoped
    public static class Noting implements MessageHandler {
        private final Judge judge = new Judge();

        @Override
        public Disposition handle(StoredMessage message) {
            return judge.handle(message);
        }

        Judge judge() {
            return judge;
        }
    }

    @Test
    void a_mail_that_was_sent_is_judged_and_what_is_away_is_shown_and_stops_nobody() throws MessagingException {
        // When
        send("Candidature");

        // Then
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(noting.judge().subjects()).containsExactly("Candidature"));
        assertThat(noting.judge().seen().getFirst().message().mailbox()).isEqualTo("here");
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            given().get("/health/ready")
                    .then()
                    .statusCode(200)
                    .body("checks.find { it.name == 'mailboxes' }.status", equalTo("UP"))
                    .body("checks.find { it.name == 'mailboxes' }.data.'here/INBOX'", startsWith("connected since"))
                    .body(
                            "checks.find { it.name == 'mailboxes' }.data.'away/INBOX'",
                            matchesRegex("away since .*: unknown-host"));
            given().get("/metrics")
                    .then()
                    .body(containsString("appel_mailbox_connected{mailbox=\"here\"} 1.0"))
                    .body(containsString("appel_mailbox_connected{mailbox=\"away\"} 0.0"))
                    .body(containsString("appel_mailbox_stuck{mailbox=\"here\"} 0.0"))
                    .body(containsString("appel_mailbox_last_read_age_seconds{mailbox=\"here\"}"));
        });
    }

    private static void send(String subject) throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(Infrastructure.mail().smtpPort()));
        var mail = new MimeMessage(Session.getInstance(properties));
        mail.setFrom(new InternetAddress("jeanne@mail.example"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(ADDRESS));
        mail.setSubject(subject);
        mail.setText("Bonjour");
        Transport.send(mail);
    }
}
