package org.appel.applications.mailbox.imap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;

import org.appel.applications.config.MailboxesConfig.Mailbox;
import org.appel.applications.config.WorkingFiles;
import org.appel.applications.mailbox.imap.FolderReader.Surroundings;
import org.appel.applications.mailbox.imap.FolderReader.Task;
import org.appel.applications.storage.MailboxFolders;
import org.appel.applications.storage.MailboxFolders.State;

/** Readers of one mailbox as the service makes them, with shorter pauses. */
final class Reading implements AutoCloseable {
    static final Pace QUICK = new Pace(
            Duration.ofSeconds(2),
            Duration.ofMillis(200),
            new Pauses(Duration.ofMillis(100), Duration.ofMillis(500)),
            new Pauses(Duration.ofMillis(300), Duration.ofMillis(300)),
            new Pauses(Duration.ofMillis(200), Duration.ofMillis(400)),
            new Pauses(Duration.ofMillis(100), Duration.ofMillis(300)));

    /** Each has a name of its own, for the database is shared. */
    final String name = "m" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    /** Whether the postings are known. */
    final AtomicBoolean ready = new AtomicBoolean(true);

    final Judge judge = new Judge();
    private final MailboxFolders folders;
    private final Path root;
    private final WorkingFiles files;
    private final List<FolderReader> readers = new ArrayList<>();

    Reading(MailboxFolders folders) {
        this.folders = folders;
        try {
            root = Files.createTempDirectory("reading");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        files = WorkingFiles.at(root.resolve("appel-working-" + name));
    }

    FolderReader start(Settings settings) {
        return start(settings.build(), "INBOX", judge, Optional.empty(), Optional.empty());
    }

    FolderReader start(
            Mailbox mailbox,
            String folder,
            MessageHandler handler,
            Optional<MailRemovals> removals,
            Optional<SSLContext> tls) {
        var time = new ReceivingTime(List.of(), Clock.systemUTC(), () -> Duration.ZERO);
        var connector = new Connector(
                mailbox, new Credentials.Password(mailbox.password().orElseThrow()), tls);
        var around = new Surroundings(handler, ready::get, removals, folders, files, Clock.systemUTC(), QUICK);
        var reader = new FolderReader(new Task(name, mailbox, folder, true, connector, time), around);
        readers.add(reader);
        reader.start();
        return reader;
    }

    State state() {
        return state("INBOX");
    }

    State state(String folder) {
        return folders.all().stream()
                .filter(state -> state.mailbox().equals(name) && state.folder().equals(folder))
                .findFirst()
                .orElseThrow();
    }

    boolean isDrained(String folder) {
        return folders.drainedAt(name, List.of(folder)).isPresent();
    }

    /** What lies on the disk of messages at this moment. */
    List<Path> leftOnDisk() {
        try (var found = Files.walk(root)) {
            return found.filter(file -> file.getFileName().toString().endsWith(".eml"))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void stop(FolderReader reader) {
        reader.askToStop();
        try {
            reader.awaitEnd(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        readers.forEach(this::stop);
        files.close();
        Files.delete(root);
    }
}
