package org.appel.launcher.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.appel.launcher.local.LocalSystem;
import org.appel.launcher.local.Progress;
import org.appel.launcher.process.Service;
import org.appel.launcher.samples.Samples.Draft;
import org.appel.launcher.screen.Screen;

/** What {@code start} prints. */
final class StartView implements Progress {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm (xxx)", Locale.ENGLISH);

    private final Screen screen;
    private final long started;

    StartView(Screen screen, long started) {
        this.screen = screen;
        this.started = started;
    }

    void starting(@Nullable Instant at) {
        screen.heading(at == null ? "Appel is starting" : "Appel is starting, as if it were " + text(at));
    }

    @Override
    public synchronized void ready(String part) {
        screen.pair(part, screen.faint("ready after " + elapsed()));
    }

    @Override
    public synchronized void restarting(Service service, int exitStatus) {
        screen.line(
                screen.bad("%s ended with status %d and is being started again".formatted(service.id(), exitStatus)));
    }

    void ready(LocalSystem system, List<Draft> drafts) {
        screen.heading("Appel is ready after " + elapsed() + ". It is " + text(system.now()) + " here.");
        for (var service : Service.values()) {
            screen.pair(service.id(), system.service(service).url() + "/docs");
        }
        screen.pair("careers", system.service(Service.POSTINGS).url() + "/careers");
        var ports = system.settings().ports();
        screen.gap();
        screen.pair("broker", system.broker().bootstrap());
        screen.pair(
                "database",
                "127.0.0.1:%d  %s".formatted(ports.database(), screen.faint("postings, applications, notifications")));
        screen.pair(
                "mail",
                "SMTP 127.0.0.1:%d, IMAP 127.0.0.1:%d  %s"
                        .formatted(ports.smtp(), ports.imap(), screen.faint("user: the address; any password")));
        screen.pair("identity", system.identity().url().toString());
        screen.pair("logs", system.logs().toString());
        if (!drafts.isEmpty()) {
            screen.heading("Drafts");
            drafts.forEach(draft -> screen.line("  %s  %-5s %s"
                    .formatted(
                            draft.id(),
                            draft.notice().organisation(),
                            draft.notice().title())));
        }
        screen.gap();
        screen.pair("A token for HR", "./appel token --role hr --organisation omct");
        screen.pair("Stop", "Ctrl-C");
        screen.gap();
    }

    private String elapsed() {
        return "%.1f s".formatted(Duration.ofNanos(System.nanoTime() - started).toMillis() / 1000.0);
    }

    private static String text(Instant moment) {
        return MOMENT.format(moment.atZone(ZoneId.systemDefault()));
    }
}
