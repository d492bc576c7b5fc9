package org.appel.applications.mailbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.appel.applications.Client;
import org.appel.applications.Client.Answer;
import org.appel.inspection.ClamdStandIn;
import org.appel.launcher.embedded.Ports;
import org.appel.testing.RealInfrastructure;

import static org.appel.applications.mailbox.Postbox.application;
import static org.appel.applications.mailbox.Postbox.pdf;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructure
@TestProfile(TrayVirusScanTest.WithScanner.class)
class TrayVirusScanTest {
    /** Mailboxes, and a virus scanner. */
    public static final class WithScanner extends ManyMailboxes {
        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(super.getConfigOverrides());
            settings.put("appel.clamav.host", "127.0.0.1");
            settings.put("appel.clamav.port", String.valueOf(Ports.free()));
            return settings;
        }
    }

    @Inject
    MailIntake intake;

    private Postbox box;
    private ClamdStandIn scanner;

    @BeforeEach
    void start() throws IOException {
        scanner = ClamdStandIn.at(ConfigProvider.getConfig().getValue("appel.clamav.port", Integer.class));
        box = new Postbox(intake);
        box.posting();
    }

    @AfterEach
    void stop() throws IOException {
        scanner.close();
    }

    @Test
    void a_file_with_a_virus_is_not_handed_out() {
        // Given
        var id = unsorted(application(Someone.unique()).attach("letter.txt", ClamdStandIn.EICAR));

        // When
        var clean = part(id, 1);
        var infected = part(id, 2);

        // Then
        assertThat(clean.bytes()).isEqualTo(pdf("Curriculum vitae"));
        assertThat(infected.status()).as(infected.toString()).isEqualTo(422);
        assertThat(infected.problem()).isEqualTo("unsafe-file");
        assertThat(infected.json().path("detail").asText()).contains("Eicar-Test-Signature");
    }

    @Test
    void neither_is_a_mail_with_a_virus_as_a_whole() {
        // Given
        var id =
                unsorted(application(Someone.unique()).text(new String(ClamdStandIn.EICAR, StandardCharsets.US_ASCII)));

        // When
        var answer = part(id, 0);

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("unsafe-file");
    }

    @Test
    void while_the_scanner_is_away_nothing_is_handed_out() throws IOException {
        // Given
        var id = unsorted(application(Someone.unique()));
        scanner.close();

        // When
        var file = part(id, 1);
        var whole = part(id, 0);

        // Then
        assertThat(file.status()).as(file.toString()).isEqualTo(503);
        assertThat(file.problem()).isEqualTo("documents-away");
        assertThat(whole.status()).isEqualTo(503);
    }

    private String unsorted(Eml mail) {
        box.receive(mail.subject("Ma candidature"));
        return box.unsorted().path(0).path("id").asText();
    }

    private Answer part(String id, int number) {
        return Client.get("/mailbox/unsorted/" + id + "/parts/" + number, box.hr());
    }
}
