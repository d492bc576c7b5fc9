package org.appel.launcher.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

import org.appel.launcher.embedded.ReceivedMail;
import org.appel.launcher.screen.Screen;

/** Tells what happens, in sentences. */
final class Narrator {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss", Locale.ENGLISH);
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final int LINES_OF_A_MAIL = 3;

    private final Screen screen;

    Narrator(Screen screen) {
        this.screen = screen;
    }

    void scene(String title) {
        screen.heading("── " + title);
    }

    void says(String sentence) {
        screen.line("  " + sentence);
    }

    void detail(String text) {
        screen.line("      " + screen.faint(text));
    }

    void clock(Instant now) {
        says("It is " + MOMENT.format(now.atZone(BRUSSELS)) + " in Brussels.");
    }

    void mails(String what, List<ReceivedMail> mails) {
        says(what);
        for (var mail : mails) {
            detail("to " + String.join(", ", mail.to()) + ": " + mail.subject());
        }
        if (!mails.isEmpty()) {
            firstLines(mails.getFirst());
        }
    }

    /** All lines of a mail. */
    void wholeMail(ReceivedMail mail) {
        mail.text().lines().forEach(line -> detail("│ " + line));
    }

    /** One of the faults that a refusal names. */
    void fault(JsonNode fault) {
        detail(fault.path("pointer").asText() + " " + fault.path("detail").asText());
    }

    void event(EventLog.Event event) {
        var data = event.json();
        says("On Kafka, topic %s: %s".formatted(event.topic(), event.type()));
        detail("posting %s, closesAt %s, closedAt %s"
                .formatted(
                        data.path("postingId").asText(),
                        data.path("closesAt").asText(),
                        data.path("closedAt").asText()));
    }

    void ledger(JsonNode ledger) {
        says("The ledger: %d arrived = %d accepted + %d updated + %d duplicate + refused (%s) + %d unsorted"
                .formatted(
                        ledger.path("arrived").asInt(),
                        ledger.path("accepted").asInt(),
                        ledger.path("updated").asInt(),
                        ledger.path("duplicate").asInt(),
                        Tally.refused(ledger.path("refused")),
                        ledger.path("unsorted").asInt()));
        detail("acknowledgements: %d owed, %d sent, %d pending"
                .formatted(
                        ledger.at("/acknowledgements/owed").asInt(),
                        ledger.at("/acknowledgements/sent").asInt(),
                        ledger.at("/acknowledgements/pending").asInt()));
    }

    private void firstLines(ReceivedMail mail) {
        mail.text()
                .lines()
                .filter(line -> !line.isBlank())
                .limit(LINES_OF_A_MAIL)
                .forEach(line -> detail("│ " + line));
    }
}
