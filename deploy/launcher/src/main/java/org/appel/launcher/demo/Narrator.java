package org.appel.launcher.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

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

    private void firstLines(ReceivedMail mail) {
        mail.text()
                .lines()
                .filter(line -> !line.isBlank())
                .limit(LINES_OF_A_MAIL)
                .forEach(line -> detail("│ " + line));
    }
}
