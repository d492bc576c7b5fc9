package org.appel.applications.mailbox;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.applications.config.WorkingFiles;
import org.appel.applications.mailbox.imap.StoredMessage.Condition;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.MessageId;
import org.appel.applications.model.Refusal;
import org.appel.applications.storage.SealedBlobs;
import org.appel.applications.storage.UnsortedMail;

/** Opens mails that are kept for HR, each in a directory of its own that goes when it is closed. */
@ApplicationScoped
class KeptMails {
    private final SealedBlobs blobs;
    private final MailReader reader;
    private final WorkingFiles files;

    KeptMails(SealedBlobs blobs, MailReader reader, WorkingFiles files) {
        this.blobs = blobs;
        this.reader = reader;
        this.files = files;
    }

    /** A mail in clear. */
    static final class Opened implements AutoCloseable {
        private final WorkingFiles files;
        private final Path directory;
        private final ReadMail mail;

        private Opened(WorkingFiles files, Path directory, ReadMail mail) {
            this.files = files;
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
            files.delete(directory);
        }
    }

    /** @throws ApplicationRefused if somebody has sorted it this moment, and it is gone */
    Opened open(UnsortedMail mail) {
        try {
            return laidOut(mail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Opened laidOut(UnsortedMail mail) throws IOException {
        var directory = files.newDirectory();
        try {
            var raw = directory.resolve("message.eml");
            copy(mail.id(), raw);
            var condition = mail.reason().equals(MailReader.TOO_LARGE) ? Condition.TOO_LARGE : Condition.WHOLE;
            return new Opened(files, directory, reader.read(mail.place().mailbox(), raw, condition));
        } catch (IOException | RuntimeException e) {
            files.delete(directory);
            throw e;
        }
    }

    private void copy(MessageId mail, Path raw) throws IOException {
        try (var file = Files.newOutputStream(raw)) {
            if (!blobs.writeTo(mail.value(), file)) {
                throw new ApplicationRefused(new Refusal.AlreadySorted(mail));
            }
        }
    }
}
