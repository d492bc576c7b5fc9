package org.appel.applications.mailbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipInputStream;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import org.appel.applications.Candidate;
import org.appel.applications.Client;
import org.appel.applications.Database;
import org.appel.inspection.CandidateFiles;
import org.appel.testing.RealInfrastructure;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructure
@TestProfile(ManyMailboxes.class)
class MailExportTest {
    @Inject
    MailIntake intake;

    @Test
    void the_export_tells_of_mails_of_the_retention_and_of_who_looked() throws IOException {
        // Given
        var box = new Postbox(intake);
        var posting = box.posting();
        var someone = Someone.unique();
        box.receive(Postbox.application(someone).attach("Diplome.pdf", CandidateFiles.pdf("x", "secret")));
        var candidate = Candidate.of(box.theId(posting));
        box.file(candidate.id());
        Database.update("INSERT INTO retention_notice (application_id, ends_on, erased_on, announced_at, told_at)"
                + " VALUES ('" + candidate.id() + "', '2027-08-04', '2027-08-04', appel_now(), appel_now())");

        // When
        var export = description(candidate.get("/export").bytes());

        // Then
        assertThat(export.path("mails")).hasSize(1);
        var mail = export.at("/mails/0");
        assertThat(mail.path("from").asText()).isEqualTo(someone.address());
        assertThat(mail.path("name").asText()).isEqualTo(someone.name());
        assertThat(mail.path("answerTo").asText()).isEqualTo(someone.address());
        assertThat(mail.path("subject").asText()).isEqualTo(Postbox.SUBJECT);
        assertThat(mail.at("/unusable/0/name").asText()).isEqualTo("Diplome.pdf");
        assertThat(mail.at("/unusable/0/why").asText()).isNotEmpty();
        assertThat(export.at("/retention/erasedOn").asText()).isEqualTo("2027-08-04");
        assertThat(export.path("accesses").findValuesAsText("role")).contains("hr");
        assertThat(export.path("accesses").toString()).doesNotContain("hr@");
    }

    private static JsonNode description(byte[] archive) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("application.json")) {
                    return Client.json(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        throw new AssertionError("no description");
    }
}
