package org.appel.applications.intake;

import java.io.IOException;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.appel.applications.Client;
import org.appel.applications.Database;
import org.appel.applications.Form;
import org.appel.inspection.CandidateFiles;
import org.appel.inspection.ClamdStandIn;
import org.appel.launcher.embedded.Ports;
import org.appel.testing.RealInfrastructure;

import static org.appel.applications.PostingFixture.anOpenPosting;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructure
@TestProfile(VirusScanTest.WithScanner.class)
class VirusScanTest {
    /** The service with a virus scanner. */
    public static final class WithScanner implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("appel.clamav.host", "127.0.0.1", "appel.clamav.port", String.valueOf(Ports.free()));
        }
    }

    private ClamdStandIn scanner;

    @BeforeEach
    void start() throws IOException {
        scanner = ClamdStandIn.at(ConfigProvider.getConfig().getValue("appel.clamav.port", Integer.class));
    }

    @AfterEach
    void stop() throws IOException {
        scanner.close();
    }

    @Test
    void a_file_with_a_virus_is_refused_by_its_name_in_the_form_and_nothing_is_stored() {
        // Given
        var posting = Client.open(anOpenPosting());
        var form = Form.of("Amina", "amina@example.org")
                .document("cv", "cv.pdf", CandidateFiles.pdf("Amina"))
                .document("cover_letter", "letter.txt", ClamdStandIn.EICAR);

        // When
        var answer = Client.apply(posting, form);

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.json().path("errors")).hasSize(1);
        assertThat(answer.json().path("errors").path(0).path("pointer").asText())
                .isEqualTo("/documents/cover_letter");
        assertThat(answer.json().path("errors").path(0).path("detail").asText()).contains("carries a virus");
        assertThat(Database.rows("SELECT 1 FROM application WHERE posting_id = '" + posting + "'"))
                .isEmpty();
    }

    @Test
    void clean_files_are_taken() {
        // Given
        var posting = Client.open(anOpenPosting());

        // When
        var answer = Client.apply(
                posting, Form.of("Amina", "amina@example.org").document("cv", "cv.pdf", CandidateFiles.pdf("Amina")));

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(scannerSays()).isEqualTo("answers");
    }

    @Test
    void while_the_scanner_is_away_documents_are_asked_to_come_again_and_the_rest_goes_on() throws IOException {
        // Given
        var posting = Client.open(anOpenPosting());
        var form = Form.of("Amina", "amina@example.org").document("cv", "cv.pdf", CandidateFiles.pdf("Amina"));
        scanner.close();

        // When
        var away = Client.apply(posting, form, "\"once\"");
        var withoutDocuments = Client.apply(posting, Form.of("Zoé", "zoe@example.org"));
        var said = scannerSays();
        start();
        var back = Client.apply(posting, form, "\"once\"");

        // Then
        assertThat(away.status()).as(away.toString()).isEqualTo(503);
        assertThat(away.problem()).isEqualTo("documents-away");
        assertThat(away.header("Retry-After")).isEqualTo("1");
        assertThat(withoutDocuments.status()).isEqualTo(201);
        assertThat(said).isEqualTo("away");
        assertThat(back.status()).as(back.toString()).isEqualTo(201);
    }

    private static String scannerSays() {
        var health = Client.get("/health/ready", null);
        assertThat(health.status()).isEqualTo(200);
        for (var check : health.json().path("checks")) {
            if (check.path("name").asText().equals("virus-scanner")) {
                return check.path("data").path("scanner").asText();
            }
        }
        throw new AssertionError(health);
    }
}
