package org.appel.promises;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.appel.launcher.process.Service;
import org.appel.running.Applicant;
import org.appel.running.HrList;
import org.appel.running.MailClient;
import org.appel.running.Mails;
import org.appel.running.Records;
import org.appel.running.RunningAppel;
import org.appel.running.Traces;
import org.appel.running.Vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(RunningAppel.class)
class P6ErasureReachesEverythingTest {

    private static final int OTHERS = 999;

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
        assertThat(Traces.of(planted)).containsExactly("file planted.log");
        Files.delete(log);
    }

    @Test
    void of_a_thousand_candidates_one_is_erased_and_nothing_readable_of_that_one_is_found_anywhere() throws Exception {
        // Given
        var subject =
                "Coordination de la recherche " + UUID.randomUUID().toString().substring(0, 8);
        var vacancy = Vacancy.openForMail("P6 mille", subject);
        var secret = UUID.randomUUID().toString().replace("-", "");
        var erased = new Applicant(
                "Zeineb " + secret,
                "zeineb." + secret + "@applicant.example",
                "fr",
                "Lettre qui parle de " + secret,
                "Parcours et " + secret,
                secret);
        MailClient.send(MailClient.application(erased, subject));
        erased.insistOn(vacancy).orThrow("applying once more, by the form");
        applyInParallel(vacancy, OTHERS);
        await().untilAsserted(() -> assertThat(Mails.ids(Mails.to(erased))).hasSize(2));
        Records.awaitAllRead();
        var id = HrList.of(vacancy).items().stream()
                .filter(item -> item.path("email").asText().equals(erased.email()))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        assertThat(Traces.of(secret)).isNotEmpty().allSatisfy(place -> assertThat(place)
                .isEqualTo("mail Appel.Taken"));

        // When
        Vacancy.applications("hr").delete("/applications/" + id).orThrow("erasing");

        // Then
        await().untilAsserted(() -> assertThat(Traces.inMailFolders(secret)).isEmpty());
        assertThat(Traces.of(secret)).isEmpty();
        assertThat(Traces.sealedOf(id)).isEmpty();
        assertThat(HrList.of(vacancy).ids()).hasSize(OTHERS).doesNotContain(id);
        await().untilAsserted(() ->
                assertThat(vacancy.ledger().path("balanced").asBoolean()).isTrue());
    }

    private static void applyInParallel(Vacancy vacancy, int people) throws Exception {
        try (var clients = Executors.newFixedThreadPool(8)) {
            var requests = IntStream.range(0, people)
                    .mapToObj(i -> clients.submit(
                            () -> Applicant.named("Restante " + i).insistOn(vacancy)))
                    .toList();
            for (var request : requests) {
                assertThat(request.get().status()).isEqualTo(201);
            }
        }
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
