package org.appel.launcher.demo;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import org.appel.launcher.embedded.ReceivedMail;

/** One vacancy counted from every side: mailboxes, Kafka, HR's list and the ledger, each against the tally. */
final class Account {

    private static final String DEADLINE_PASSED = "org.appel.DeadlinePassed.v1";
    private static final String INTAKE_CLOSED = "org.appel.IntakeClosed.v1";
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final Stage stage;
    private final Vacancy vacancy;
    private final Tally tally;

    Account(Stage stage, Vacancy vacancy, Tally tally) {
        this.stage = stage;
        this.vacancy = vacancy;
        this.tally = tally;
    }

    void compare(String what, Object expected, Object seen) {
        stage.scoreboard().compare(vacancy.reference(), what, expected, seen);
    }

    /** The clock is moved only when nobody waits for a mail: whoever waits for an answer would wait for weeks. */
    void awaitMails() {
        stage.mailboxes().await(Mailboxes.ACKNOWLEDGEMENT, vacancy.title(), tally.acknowledgements());
        stage.mailboxes().await(Mailboxes.HR_NOTICE, vacancy.title(), tally.acknowledgements());
        Waiting.until(() -> vacancy.mailsThatWait() == 0);
        Waiting.until(() -> sent(vacancy.ledger()) == tally.acknowledgements());
    }

    /**
     * Shows what follows the deadline and counts it.
     *
     * @param inFull whether the mails are shown, or only how many there are
     */
    void close(boolean inFull) {
        events();
        mails(inFull);
        ledger();
    }

    private void events() {
        stage.events().await("postings", DEADLINE_PASSED, vacancy.id()).ifPresent(stage.narrator()::event);
        stage.events().await("applications", INTAKE_CLOSED, vacancy.id()).ifPresent(event -> {
            stage.narrator().event(event);
            compare(
                    "arrived, by IntakeClosed",
                    tally.arrived(),
                    event.json().at("/counts/arrived").asInt());
        });
        var times = stage.events().of("postings", DEADLINE_PASSED, vacancy.id()).size();
        compare("DeadlinePassed on Kafka", 1, times);
        compare(
                "state after the deadline",
                "closed",
                vacancy.posting().path("state").asText());
    }

    private void mails(boolean inFull) {
        awaitMails();
        stage.mailboxes().await(Mailboxes.HR_SUMMARY, vacancy.title(), 1);
        Waiting.until(() -> vacancy.mailsThatWait() == 0);
        var acknowledgements = stage.mailboxes().of(Mailboxes.ACKNOWLEDGEMENT, vacancy.title());
        var notices = stage.mailboxes().of(Mailboxes.HR_NOTICE, vacancy.title());
        var summaries = stage.mailboxes().of(Mailboxes.HR_SUMMARY, vacancy.title());
        stage.narrator().mails("Candidates found in their mailboxes:", acknowledgements);
        stage.narrator().mails("HR found in its mailbox:", notices);
        if (inFull) {
            stage.narrator().says("and the summary, here in full:");
            summaries.forEach(stage.narrator()::wholeMail);
        } else {
            stage.narrator().mails("and the summary:", summaries);
        }
        compare("acknowledgements in mailboxes", tally.acknowledgements(), acknowledgements.size());
        compare("notices in HR's mailbox", tally.acknowledgements(), notices.size());
        compare("summaries in HR's mailbox", 1, summaries.size());
        compare("applications, by the summary", tally.accepted(), applications(summaries));
    }

    private void ledger() {
        var ledger = vacancy.ledger();
        stage.narrator().ledger(ledger);
        compare(
                "arrived, by the ledger",
                tally.arrived(),
                ledger.path("arrived").asInt());
        compare("  accepted", tally.accepted(), ledger.path("accepted").asInt());
        compare("  updated", tally.updated(), ledger.path("updated").asInt());
        compare("  duplicate", tally.duplicates(), ledger.path("duplicate").asInt());
        compare("  refused", tally.refused(), Tally.refused(ledger.path("refused")));
        compare("acknowledgements, by the ledger", tally.acknowledgements(), sent(ledger));
        compare("ledger balanced", true, ledger.path("balanced").asBoolean());
        compare("applications in HR's list", tally.accepted(), vacancy.listed());
    }

    private static int sent(JsonNode ledger) {
        return ledger.at("/acknowledgements/sent").asInt();
    }

    /** The number that stands in the summary's subject. */
    private static String applications(List<ReceivedMail> summaries) {
        return summaries.stream()
                .map(summary -> NUMBER.matcher(summary.subject()))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElse("none");
    }
}
