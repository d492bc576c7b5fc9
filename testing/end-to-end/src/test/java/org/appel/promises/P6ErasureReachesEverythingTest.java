package org.appel.promises;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.appel.launcher.process.Service;
import org.appel.running.Applicant;
import org.appel.running.Mails;
import org.appel.running.Records;
import org.appel.running.RunningAppel;
import org.appel.running.Traces;
import org.appel.running.Vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(RunningAppel.class)
class P6ErasureReachesEverythingTest {

    @Test
    void the_person_is_in_no_table_topic_or_log_and_after_the_erasure_nobody_can_read_the_application()
            throws Exception {
        // Given
        var vacancy = Vacancy.open("P6 effacement");
        var secret = UUID.randomUUID().toString().replace("-", "");
        var applicant = new Applicant(
                "Zohra " + secret,
                "zohra." + secret + "@applicant.example",
                "fr",
                "Lettre de motivation " + secret,
                "Parcours " + secret,
                UUID.randomUUID().toString());
        var id = applicant
                .insistOn(vacancy)
                .orThrow("applying")
                .json()
                .path("id")
                .asText();
        await().untilAsserted(() -> assertThat(Mails.to(applicant)).hasSize(1));
        var document = documents(id).getFirst();
        assertThat(Vacancy.applications("hr")
                        .get("/applications/" + id + "/documents/" + document)
                        .text())
                .contains(secret);
        Records.awaitAllRead();

        // When
        assertThat(Traces.of(secret)).isEmpty();
        var sealed = Traces.sealedOf(id);
        Vacancy.applications("hr").delete("/applications/" + id).orThrow("erasing");

        // Then
        assertThat(sealed).isNotEmpty();
        assertThat(Traces.sealedOf(id)).isEmpty();
        assertThat(Traces.of(secret)).isEmpty();
        for (var path : List.of("", "/documents/" + document, "/history")) {
            assertThat(Vacancy.applications("hr")
                            .get("/applications/" + id + path)
                            .status())
                    .as("GET /applications/{id}%s", path)
                    .isIn(404, 410);
        }
        assertThat(RunningAppel.appel()
                        .api(Service.APPLICATIONS, "service")
                        .get("/applications/" + id + "/recipient")
                        .status())
                .isEqualTo(410);
        await().untilAsserted(() -> assertThat(Records.events("applications", "ApplicationErased"))
                .anySatisfy(event ->
                        assertThat(event.path("applicationId").asText()).isEqualTo(id)));
        assertThat(vacancy.ledger().path("accepted").asInt()).isEqualTo(1);
    }

    @Test
    void the_search_for_traces_finds_what_is_there() throws IOException, SQLException {
        // Given
        var vacancy = Vacancy.open("P6 trace " + UUID.randomUUID());
        var log = RunningAppel.appel().logs().resolve("planted.log");
        var planted = UUID.randomUUID().toString();
        Files.writeString(log, "a line with " + planted);

        // Then
        await().untilAsserted(() -> assertThat(Traces.of(vacancy.title()))
                .anySatisfy(place -> assertThat(place).startsWith("table"))
                .anySatisfy(place -> assertThat(place).startsWith("topic")));
        assertThat(Traces.of(planted)).containsExactly("log planted.log");
        Files.delete(log);
    }

    private static List<String> documents(String id) {
        var view = Vacancy.applications("hr")
                .get("/applications/" + id)
                .orThrow("reading")
                .json();
        return view.path("documents")
                .valueStream()
                .map(d -> d.path("id").asText())
                .toList();
    }
}
