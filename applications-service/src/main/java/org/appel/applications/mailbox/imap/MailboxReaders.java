package org.appel.applications.mailbox.imap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.tls.TlsConfigurationRegistry;
import org.jboss.logging.Logger;

import org.appel.applications.config.MailboxesConfig;
import org.appel.applications.config.MailboxesConfig.Mailbox;
import org.appel.applications.config.WorkingFiles;
import org.appel.applications.mailbox.imap.FolderReader.Surroundings;
import org.appel.applications.mailbox.imap.FolderReader.Task;
import org.appel.applications.storage.MailboxFolders;
import org.appel.service.DatabaseClock;

/** Reads every mailbox of the settings for as long as the service runs. Without one there is nothing here. */
@ApplicationScoped
public class MailboxReaders {
    private static final Logger LOG = Logger.getLogger(MailboxReaders.class);
    /** Together with what is forced after it, within the time that the service has for its end. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final MailboxesConfig config;
    private final MailboxFolders folders;
    private final PostingsRead postings;
    private final DatabaseClock clock;
    private final TlsConfigurationRegistry certificates;
    private final TokenIssuers issuers;
    private final Instance<MessageHandler> handler;
    private final Instance<MailRemovals> removals;
    private final List<FolderReader> readers = new ArrayList<>();
    private final WorkingFiles files;

    MailboxReaders(
            MailboxesConfig config,
            MailboxFolders folders,
            PostingsRead postings,
            DatabaseClock clock,
            TlsConfigurationRegistry certificates,
            TokenIssuers issuers,
            Instance<MessageHandler> handler,
            Instance<MailRemovals> removals,
            WorkingFiles files) {
        this.config = config;
        this.folders = folders;
        this.postings = postings;
        this.clock = clock;
        this.certificates = certificates;
        this.issuers = issuers;
        this.handler = handler;
        this.removals = removals;
        this.files = files;
    }

    void start(@Observes StartupEvent started) {
        if (config.byName().isEmpty()) {
            return;
        }
        var faults = config.faults(name -> certificates.get(name).isPresent());
        if (!faults.isEmpty()) {
            throw new IllegalStateException("These settings of mailboxes must be mended before the service starts: "
                    + String.join("; ", faults));
        }
        var around = new Surroundings(
                handler.get(),
                postings::isSo,
                removals.isResolvable() ? Optional.of(removals.get()) : Optional.empty(),
                folders,
                files,
                clock,
                Pace.USUAL);
        config.byName().forEach((name, mailbox) -> tasks(name, mailbox).stream()
                .map(task -> new FolderReader(task, around))
                .forEach(readers::add));
        readers.forEach(FolderReader::start);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        readers.forEach(FolderReader::askToStop);
        for (FolderReader reader : readers) {
            reader.awaitEnd(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        }
    }

    private List<Task> tasks(String name, Mailbox mailbox) {
        LOG.infof("mailbox is configured mailbox=%s organisation=%s", name, mailbox.organisation());
        var connector = new Connector(mailbox, credentials(mailbox), tls(mailbox));
        var time = new ReceivingTime(mailbox.trustedHosts().orElse(List.of()), clock, clock::shift);
        return mailbox.folders().stream()
                .map(folder -> new Task(
                        name, mailbox, folder, folder.equals(mailbox.folders().getFirst()), connector, time))
                .toList();
    }

    private Credentials credentials(Mailbox mailbox) {
        return mailbox.oauth()
                .<Credentials>map(issuers::of)
                .orElseGet(() -> new Credentials.Password(mailbox.password().orElseThrow()));
    }

    private Optional<SSLContext> tls(Mailbox mailbox) {
        return mailbox.tlsConfiguration().map(name -> {
            try {
                return certificates.get(name).orElseThrow().createSSLContext();
            } catch (Exception e) {
                throw new IllegalStateException("The certificates of quarkus.tls." + name + " cannot be used", e);
            }
        });
    }
}
