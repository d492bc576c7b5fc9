package org.appel.launcher.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

import org.appel.launcher.http.Answer;

/** A vacancy from its publication to its closing: what the demo does there, noted in a tally. */
final class OpenVacancy {

    /** Enough for one application and the services' look at the clock, also on a machine with other work. */
    private static final Duration LAST_MOMENTS = Duration.ofSeconds(6);

    private final Stage stage;
    private final Vacancy vacancy;
    private final Tally tally = new Tally();
    private final Account account;

    OpenVacancy(Stage stage, Vacancy vacancy) {
        this.stage = stage;
        this.vacancy = vacancy;
        this.account = new Account(stage, vacancy, tally);
    }

    Vacancy vacancy() {
        return vacancy;
    }

    /** The clock moves on, and HR publishes. */
    void opens(Instant at, String expectedClosesAt) {
        stage.narrator().scene(vacancy.reference() + ", " + vacancy.title());
        stage.system().moveClockTo(at);
        stage.narrator().clock(stage.system().now());
        vacancy.publish().orThrow("publishing " + vacancy.title());
        var posting = vacancy.posting();
        var closesAt = posting.path("closesAt").asText();
        stage.narrator().says("HR publishes the notice. It is open until " + closesAt + ".");
        account.compare("state once published", "open", posting.path("state").asText());
        account.compare("closes at", expectedClosesAt, closesAt);
        Waiting.until(vacancy::takesApplications);
    }

    void applies(Candidate candidate) {
        var answer = vacancy.apply(candidate, Vacancy.newKey(), "");
        tell(candidate, "applies", answer, 201);
        tally.accept();
    }

    void appliesTwice(Candidate candidate) {
        applies(candidate);
        var answer = vacancy.apply(candidate, Vacancy.newKey(), ", a better one");
        tell(candidate, "sends a better CV", answer, 200);
        tally.update();
    }

    void sendsTheSameRequestTwice(Candidate candidate) {
        var key = Vacancy.newKey();
        var letter = Papers.coverLetter(candidate, vacancy.title());
        var cv = Papers.cv(candidate, "");
        var first = vacancy.apply(candidate, key, letter, cv);
        tell(candidate, "applies", first, 201);
        tally.accept();
        var second = vacancy.apply(candidate, key, letter, cv);
        tell(candidate, "repeats it with the same Idempotency-Key and gets the first answer", second, 201);
        tally.repeat();
        account.compare(
                "answer to a repeated request",
                "the first one",
                second.text().equals(first.text()) ? "the first one" : "another one");
    }

    void sendsABadDocument(Candidate candidate) {
        var letter = Papers.coverLetter(candidate, vacancy.title());
        var answer = vacancy.apply(candidate, Vacancy.newKey(), letter, Papers.disguised());
        tell(candidate, "sends a picture that calls itself CV.pdf", answer, 422);
        tally.refuse("invalid-application");
    }

    void appliesByMail(Candidate candidate, String subject) {
        int before = vacancy.listed();
        vacancy.mail(candidate, subject);
        stage.narrator().says("%s writes a mail, subject “%s”.".formatted(candidate.name(), subject));
        Waiting.until(() -> vacancy.listed() > before);
        account.compare(candidate.name() + " in HR's list by mail", before + 1, vacancy.listed());
        tally.accept();
    }

    /** The subject names no vacancy, so people have to say which one is meant. */
    void appliesByAnUnclearMail(Candidate candidate, String subject) {
        vacancy.mail(candidate, subject);
        stage.narrator().says("%s writes a mail, subject “%s”.".formatted(candidate.name(), subject));
        Waiting.until(() -> !vacancy.unsorted().isEmpty());
        var unsorted = vacancy.unsorted();
        account.compare("mails in the tray", 1, unsorted.size());
        for (var mail : unsorted) {
            var reason = mail.path("reason").asText();
            stage.narrator().says("It is filed nowhere (" + reason + "): HR reads it in the tray and assigns it.");
            tell(candidate, "is filed by HR", vacancy.assign(mail.path("id").asText()), 201);
            tally.accept();
        }
    }

    void countsTheMailbox(int mails) {
        var ledger = vacancy.mailboxLedger();
        account.compare("arrived in the mailbox", mails, ledger.path("arrived").asInt());
        account.compare("  accepted", mails, ledger.path("accepted").asInt());
        account.compare(
                "mailbox's ledger balanced", true, ledger.path("balanced").asBoolean());
    }

    /** Somebody just makes it and somebody else does not. */
    void closes(Candidate justInTime, Candidate late) {
        account.awaitMails();
        stage.system().moveClockTo(vacancy.closesAt().minus(LAST_MOMENTS));
        stage.narrator().clock(stage.system().now());
        applies(justInTime);
        passDeadline();
        var answer = vacancy.apply(late, Vacancy.newKey(), "");
        tell(late, "is late", answer, 409);
        stage.narrator().detail(answer.json().path("detail").asText());
        tally.refuse("deadline-passed");
        account.close(true);
    }

    /** Nobody was about to apply. */
    void closes() {
        account.awaitMails();
        stage.system().moveClockTo(vacancy.closesAt().minus(Duration.ofSeconds(1)));
        passDeadline();
        account.close(false);
    }

    private void passDeadline() {
        var closesAt = vacancy.closesAt();
        for (var now = stage.system().now();
                now.isBefore(closesAt);
                now = stage.system().now()) {
            LockSupport.parkNanos(Duration.between(now, closesAt).toNanos());
        }
        stage.narrator().clock(stage.system().now());
    }

    private void tell(Candidate candidate, String deed, Answer answer, int expected) {
        var sentence = "%s %s: %d %s".formatted(candidate.name(), deed, answer.status(), answer.problem());
        stage.narrator().says(sentence.strip());
        answer.json().path("errors").forEach(stage.narrator()::fault);
        if (answer.status() != expected) {
            account.compare(candidate.name() + " " + deed, expected, answer.status());
        }
    }
}
