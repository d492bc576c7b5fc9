package org.appel.stories;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.mail.MessagingException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.appel.running.MailClient;
import org.appel.running.Repository;
import org.appel.running.RunningAppel;
import org.appel.running.Vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Every mail of the corpus goes by SMTP to the organisation's mailbox while the corpus' vacancies are open. To add one,
 * drop its file into the folder of what is expected of it.
 */
@ExtendWith(RunningAppel.class)
class MailsOfTheCorpusTest {

    private static final Path CORPUS =
            Repository.root().resolve("applications-service/src/test/resources/mailbox/corpus");
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Of the mails that name a posting. */
    private static final double LEAST_FILED = 0.95;

    private final Map<String, Vacancy> vacancies = new HashMap<>();
    private final List<Vacancy> stillOpen = new ArrayList<>();

    private record Judged(Path file, JsonNode outcome) {

        String expected() {
            return file.getParent().getFileName().toString();
        }

        String posting() {
            return outcome.path("posting").asText();
        }

        String reason() {
            return outcome.path("reason").asText("");
        }

        /** An unsorted mail may name a posting, too: as a hint. */
        boolean isFiled() {
            return outcome.hasNonNull("posting") && !is("unsorted");
        }

        boolean is(String name) {
            return outcome.path("outcome").asText().equals(name);
        }

        @Override
        public String toString() {
            return expected() + "/" + file.getFileName() + " became " + outcome;
        }
    }

    @AfterEach
    void close() {
        stillOpen.forEach(vacancy -> vacancy.withdraw("The corpus was judged"));
    }

    @Test
    void no_mail_is_misfiled_and_hardly_one_that_names_a_posting_is_left_to_people() throws Exception {
        // Given
        openVacancies();

        // When
        var judged = new ArrayList<Judged>();
        for (var file : files()) {
            judged.add(new Judged(file, send(file)));
        }

        // Then
        var named =
                judged.stream().filter(j -> vacancies.containsKey(j.expected())).toList();
        var filed = judged.stream().filter(Judged::isFiled).toList();
        assertThat(named).hasSizeGreaterThan(90);
        assertThat(filed).filteredOn(this::isMisfiled).as("misfiled").isEmpty();
        assertThat((double) filed.size() / named.size())
                .as("share of those that were filed")
                .isGreaterThanOrEqualTo(LEAST_FILED);
        assertThat(judged)
                .filteredOn(j -> j.is("unsorted") && j.reason().isEmpty())
                .as("left to people without a reason")
                .isEmpty();
        assertThat(judged)
                .filteredOn(j -> j.expected().equals("unsorted") && !j.is("unsorted"))
                .as("to be sorted by people, and not left to them")
                .isEmpty();
        assertThat(judged)
                .filteredOn(j -> j.expected().equals("automatic") != j.is("automatic"))
                .as("taken for a machine's, or not")
                .isEmpty();
        System.out.printf(
                "corpus: %d mails, %d name a posting, %d of them filed, none misfiled%n",
                judged.size(), named.size(), filed.size());
    }

    private boolean isMisfiled(Judged judged) {
        var right = vacancies.get(judged.expected());
        return right == null || !judged.posting().equals(right.id());
    }

    private void openVacancies() throws IOException {
        for (var line : JSON.readTree(CORPUS.resolve("vacancies.json").toFile())) {
            var title = line.path("titles").path("fr").asText();
            var vacancy = line.path("mail").asBoolean(true)
                    ? Vacancy.openForMail(
                            title,
                            line.path("subject").asText(),
                            line.path("reference").asText())
                    : Vacancy.open(title);
            vacancies.put(line.path("reference").asText(), vacancy);
            if (line.path("open").asBoolean()) {
                stillOpen.add(vacancy);
            } else {
                vacancy.withdraw("No longer open").orThrow("withdrawing");
            }
        }
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.walk(CORPUS)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        }
    }

    /** Sends one and returns what became of it. */
    private static JsonNode send(Path file) throws IOException, MessagingException {
        int before = judged().size();
        var source = Files.readAllBytes(file);
        MailClient.send(MailClient.message(source), envelopeSender(source));
        await(file.toString()).until(() -> judged().size() > before);
        return judged().getFirst();
    }

    /** All that were judged, the last first. */
    private static List<JsonNode> judged() {
        var all = new ArrayList<JsonNode>();
        String page = "/mailbox/messages?mailbox=omct&limit=200";
        while (page != null) {
            var answer =
                    Vacancy.applications("hr").get(page).orThrow("the mails").json();
            answer.path("items").forEach(all::add);
            page = answer.path("next").asText(null);
        }
        return all;
    }

    private static String envelopeSender(byte[] source) {
        return new String(source, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> line.startsWith("Return-Path:"))
                .map(line -> line.replaceAll("^Return-Path:\\s*<?|>?\\s*$", ""))
                .findFirst()
                .orElse("somebody@applicant.example");
    }
}
