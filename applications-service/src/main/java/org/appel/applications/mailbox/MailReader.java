package org.appel.applications.mailbox;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.applications.mailbox.imap.RawHeader;
import org.appel.applications.mailbox.imap.StoredMessage.Condition;
import org.appel.applications.mailbox.mime.IncomingMail;
import org.appel.applications.mailbox.mime.UnreadableMail;
import org.appel.service.Ids;

/** Reads mails, as they come and again when HR looks at them. */
@ApplicationScoped
class MailReader {
    static final String UNREADABLE = "unreadable";
    static final String TOO_LARGE = "too-large";

    private final Mailboxes mailboxes;

    MailReader(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    /** @param raw the mail, in a directory that the caller deletes with all that is laid there */
    ReadMail read(String mailbox, Path raw, Condition condition) {
        try {
            return switch (condition) {
                case WHOLE -> {
                    var mail = parse(mailbox, raw);
                    yield mail.map(m -> new ReadMail(raw, m, null, m.content()))
                            .orElseGet(() -> new ReadMail(raw, null, UNREADABLE, digest(raw)));
                }
                case TOO_LARGE -> new ReadMail(raw, parse(mailbox, raw).orElse(null), TOO_LARGE, digest(raw));
                case UNREADABLE -> unreadable(mailbox, raw);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who wrote it may be known all the same. */
    private ReadMail unreadable(String mailbox, Path raw) throws IOException {
        if (Files.size(raw) == 0) {
            return new ReadMail(raw, null, UNREADABLE, Ids.next().toString().getBytes(StandardCharsets.US_ASCII));
        }
        var header = RawHeader.copy(raw, raw.resolveSibling("header.eml"));
        return new ReadMail(raw, parse(mailbox, header).orElse(null), UNREADABLE, digest(raw));
    }

    private Optional<IncomingMail> parse(String mailbox, Path raw) throws IOException {
        try {
            var parts = Files.createTempDirectory(raw.toAbsolutePath().getParent(), "parts");
            return Optional.of(mailboxes.parser(mailbox).parse(raw, parts));
        } catch (UnreadableMail e) {
            return Optional.empty();
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
