package org.appel.applications.mailbox;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.Refusal;
import org.appel.applications.storage.SealedBlobs;
import org.appel.applications.storage.UnsortedMail;

/** Opens mails that are kept for HR, each in a directory of its own that goes when it is closed. */
@ApplicationScoped
class KeptMails {
    private final SealedBlobs blobs;
    private final MailReader reader;

    KeptMails(SealedBlobs blobs, MailReader reader) {
        this.blobs = blobs;
        this.reader = reader;
    }

    /** A mail in clear. */
    static final class Opened implements AutoCloseable {
        private final Path directory;
        private final ReadMail mail;

        private Opened(Path directory, ReadMail mail) {
            this.directory = directory;
            this.mail = mail;
        }

        ReadMail mail() {
            return mail;
        }

        /** One of its files, to be read by somebody who closes it; this is closed with it. */
        InputStream passOn(Path file) throws IOException {
            return new FilterInputStream(Files.newInputStream(file)) {
                @Override
                public void close() throws IOException {
                    super.close();
                    Opened.this.close();
                }
            };
        }

        @Override
        public void close() {
            delete(directory);
        }
    }

    /** @throws ApplicationRefused if somebody has sorted it this moment, and it is gone */
    Opened open(UnsortedMail mail) {
        var content = blobs.open(mail.id().value())
                .orElseThrow(() -> new ApplicationRefused(new Refusal.AlreadySorted(mail.id())));
        Path directory = null;
        try (content) {
            directory = Files.createTempDirectory("appel-mail");
            var raw = directory.resolve("message.eml");
            Files.copy(content, raw);
            return new Opened(
                    directory,
                    reader.read(mail.place().mailbox(), raw, mail.reason().equals(MailReader.TOO_LARGE)));
        } catch (IOException e) {
            if (directory != null) {
                delete(directory);
            }
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
