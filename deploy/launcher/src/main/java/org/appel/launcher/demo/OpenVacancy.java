package org.appel.launcher.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

import com.fasterxml.jackson.databind.JsonNode;

import org.appel.launcher.http.Answer;

/** A vacancy from its publication to its closing: what the demo does, and what it counts from the other side. */
final class OpenVacancy {

    private static final String DEADLINE_PASSED = "org.appel.DeadlinePassed.v1";
    private static final String INTAKE_CLOSED = "org.appel.IntakeClosed.v1";

    private final Stage stage;
    private final Vacancy vacancy;
    private final Tally tally = new Tally();

    OpenVacancy(Stage stage, Vacancy vacancy) {
        this.stage = stage;
        this.vacancy = vacancy;
    }

    /** How the table calls it. */
    String subject() {
        return vacancy.notice().body().path("reference").asText();
    }

    Vacancy vacancy() {
        return vacancy;
    }

    /** The clock moves on, and HR publishes. */
    void opens(Instant at, String expectedClosesAt) {
        stage.narrator().scene(vacancy.title());
        stage.system().moveClockTo(at);
        stage.narrator().clock(stage.system().now());
        vacancy.publish().orThrow("publishing " + vacancy.title());
        var posting = vacancy.posting();
        stage.narrator()
                .says("OMCT publishes the notice; it is "
                        + posting.path("state").asText() + " until "
                        + posting.path("closesAt").asText() + ".");
        stage.scoreboard()
                .compare(
                        subject(),
                        "state after publication",
                        "open",
                        posting.path("state").asText());
        stage.scoreboard()
                .compare(
                        subject(),
                        "closes at",
                        expectedClosesAt,
                        posting.path("closesAt").asText());
        Waiting.until(vacancy::takesApplications);
    }

    void applies(Candidate candidate) {
        var answer = vacancy.apply(candidate, Vacancy.newKey(), "");
        tell(candidate, "applies", answer);
        expect(answer, 201);
        tally.accepted();
    }

    void appliesTwice(Candidate candidate) {
        applies(candidate);
        var answer = vacancy.apply(candidate, Vacancy.newKey(), ", a better one");
        tell(candidate, "sends a better CV", answer);
        expect(answer, 200);
        tally.updated();
    }

    void sendsTheSameRequestTwice(Candidate candidate) {
        var key = Vacancy.newKey();
        var cv = Papers.cv(candidate, "");
        var letter = Papers.coverLetter(candidate, vacancy.title());
        var first = vacancy.apply(candidate, key, letter, cv);
        tell(candidate, "applies", first);
        expect(first, 201);
        tally.accepted();
        var second = vacancy.apply(candidate, key, letter, cv);
        tell(candidate, "repeats the request with the same Idempotency-Key and gets the first answer", second);
        stage.scoreboard()
                .compare(
                        subject(),
                        "answer to a repeated request",
                        "the first one",
                        second.text().equals(first.text()) ? "the first one" : second.text());
        tally.duplicate();
    }

    void sendsABadDocument(Candidate candidate) {
        var answer = vacancy.apply(
                candidate, Vacancy.newKey(), Papers.coverLetter(candidate, vacancy.title()), Papers.disguised());
        tell(candidate, "sends a picture that calls itself CV.pdf", answer);
        expect(answer, 422);
        tally.refused("invalid-application");
    }

    /** The clock is moved only when nobody waits for a mail: who waits for an answer would wait for weeks. */
    private void everybodyIsTold() {
        var owed = tally.acknowledgements();
        stage.mailboxes().await(Mailboxes.ACKNOWLEDGEMENT, vacancy.title(), owed);
        stage.mailboxes().await(Mailboxes.HR_NOTICE, vacancy.title(), owed);
        Waiting.until(
                () -> vacancy.ledger().path("acknowledgements").path("sent").asInt() == owed);
        Waiting.until(() -> vacancy.mailsThatWait() == 0);
    }

    /** Somebody just makes it, somebody else does not, and everything that has to happen then happens. */
    void closes(Candidate justInTime, Candidate late) {
        everybodyIsTold();
        stage.system().moveClockTo(vacancy.closesAt().minus(Duration.ofSeconds(4)));
        stage.narrator().clock(stage.system().now());
        applies(justInTime);
        passDeadline();
        var answer = vacancy.apply(late, Vacancy.newKey(), "");
        tell(late, "is late", answer);
        stage.narrator()
                .detail("closesAt " + answer.json().path("closesAt").asText() + ", receivedAt "
                        + answer.json().path("receivedAt").asText());
        expect(answer, 409);
        tally.refused("deadline-passed");
        closed();
    }

    /** The deadline passes, and nobody was about to apply. */
    void closes() {
        everybodyIsTold();
        stage.system().moveClockTo(vacancy.closesAt().minus(Duration.ofSeconds(1)));
        passDeadline();
        closed();
    }

    private void passDeadline() {
        var closesAt = vacancy.closesAt();
        while (stage.system().now().isBefore(closesAt)) {
            LockSupport.parkNanos(
                    Duration.between(stage.system().now(), closesAt).toNanos());
        }
        stage.narrator().clock(stage.system().now());
    }

    private void closed() {
        stage.events().await("postings", DEADLINE_PASSED, vacancy.id()).ifPresent(event -> {
            stage.narrator().says("On Kafka, topic postings: " + event.type());
            stage.narrator().detail(event.data());
        });
        stage.events().await("applications", INTAKE_CLOSED, vacancy.id()).ifPresent(event -> {
            stage.narrator().says("On Kafka, topic applications: " + event.type());
            stage.narrator().detail(event.data());
        });
        countMails();
        count();
    }

    private void countMails() {
        everybodyIsTold();
        var mailboxes = stage.mailboxes();
        mailboxes.await(Mailboxes.HR_SUMMARY, vacancy.title(), 1);
        Waiting.until(() -> vacancy.mailsThatWait() == 0);
        var acknowledgements = mailboxes.of(Mailboxes.ACKNOWLEDGEMENT, vacancy.title());
        var notices = mailboxes.of(Mailboxes.HR_NOTICE, vacancy.title());
        var summaries = mailboxes.of(Mailboxes.HR_SUMMARY, vacancy.title());
        stage.narrator().mails("Acknowledgements that arrived:", acknowledgements);
        stage.narrator().mails("What HR was told:", notices);
        stage.narrator().says("HR's summary:");
        summaries.forEach(stage.narrator()::wholeMail);
        var owed = tally.acknowledgements();
        stage.scoreboard().compare(subject(), "acknowledgements in mailboxes", owed, acknowledgements.size());
        stage.scoreboard().compare(subject(), "notices in HR's mailbox", owed, notices.size());
        stage.scoreboard().compare(subject(), "summaries in HR's mailbox", 1, summaries.size());
    }

    private void count() {
        Waiting.until(
                () -> vacancy.ledger().path("acknowledgements").path("pending").asInt() == 0);
        var ledger = vacancy.ledger();
        stage.narrator().says("The ledger:");
        stage.narrator().detail(ledger.toString());
        var scoreboard = stage.scoreboard();
        scoreboard.compare(
                subject(), "arrived", tally.arrived(), ledger.path("arrived").asInt());
        scoreboard.compare(
                subject(),
                "accepted",
                tally.applications(),
                ledger.path("accepted").asInt());
        scoreboard.compare(
                subject(), "updated", tally.updates(), ledger.path("updated").asInt());
        scoreboard.compare(
                subject(),
                "duplicate",
                tally.duplicates(),
                ledger.path("duplicate").asInt());
        scoreboard.compare(subject(), "refused", tally.refusals(), refusals(ledger.path("refused")));
        scoreboard.compare(
                subject(),
                "acknowledgements sent",
                tally.acknowledgements(),
                ledger.path("acknowledgements").path("sent").asInt());
        scoreboard.compare(
                subject(), "ledger balanced", true, ledger.path("balanced").asBoolean());
        scoreboard.compare(subject(), "applications in HR's list", tally.applications(), vacancy.listed());
        scoreboard.compare(
                subject(),
                "DeadlinePassed events",
                1,
                stage.events().of("postings", DEADLINE_PASSED, vacancy.id()).size());
        scoreboard.compare(
                subject(),
                "state after the deadline",
                "closed",
                vacancy.posting().path("state").asText());
    }

    private void tell(Candidate candidate, String deed, Answer answer) {
        stage.narrator()
                .says("%s %s: %d %s"
                        .formatted(candidate.name(), deed, answer.status(), answer.problem())
                        .stripTrailing());
        answer.json().path("errors").forEach(error -> stage.narrator()
                .detail(error.path("pointer").asText() + " "
                        + error.path("detail").asText()));
    }

    private void expect(Answer answer, int status) {
        if (answer.status() != status) {
            stage.scoreboard().compare(subject(), "status of an answer", status, answer.status());
        }
    }

    private static String refusals(JsonNode refused) {
        var byReason = new TreeMap<String, Integer>();
        refused.properties()
                .forEach(entry -> byReason.put(entry.getKey(), entry.getValue().asInt()));
        return byReason.isEmpty() ? "none" : byReason.toString();
    }
}
