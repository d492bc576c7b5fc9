package org.appel.applications.mailbox;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.applications.mailbox.mime.UnreadableMail;

/** Reads mails, as they come and again when HR looks at them. */
@ApplicationScoped
class MailReader {
    static final String UNREADABLE = "unreadable";
    static final String TOO_LARGE = "too-large";

    private final Mailboxes mailboxes;

    MailReader(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    /**
     * @param raw the mail, in a directory that the caller deletes with all that is laid there
     * @param isCut whether only its header is there
     */
    ReadMail read(String mailbox, Path raw, boolean isCut) {
        try {
            var parts = Files.createTempDirectory(raw.toAbsolutePath().getParent(), "parts");
            var mail = mailboxes.parser(mailbox).parse(raw, parts);
            return isCut
                    ? new ReadMail(raw, mail, TOO_LARGE, digest(raw))
                    : new ReadMail(raw, mail, null, mail.content());
        } catch (UnreadableMail e) {
            return new ReadMail(raw, null, isCut ? TOO_LARGE : UNREADABLE, digest(raw));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] digest(Path raw) {
        try (var in = new DigestInputStream(Files.newInputStream(raw), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.getMessageDigest().digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
