package org.appel.applications.mailbox.imap;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;

/** What the reader has to know of a message's header: where it came by, and what it is called. */
final class RawHeader {
    private static final int LONGEST = 1 << 20;

    private final InternetHeaders fields;

    private RawHeader(InternetHeaders fields) {
        this.fields = fields;
    }

    static RawHeader of(Path raw) throws IOException {
        try (InputStream in = new Beginning(new BufferedInputStream(Files.newInputStream(raw)), LONGEST)) {
            return new RawHeader(new InternetHeaders(in));
        } catch (MessagingException unreadable) {
            return new RawHeader(new InternetHeaders());
        }
    }

    /** The {@code Received} lines, the topmost first, each in one line. */
    List<String> received() {
        var lines = fields.getHeader("Received");
        return lines == null
                ? List.of()
                : Arrays.stream(lines).map(RawHeader::unfolded).toList();
    }

    Optional<String> messageId() {
        return Optional.ofNullable(fields.getHeader("Message-ID", null))
                .map(RawHeader::unfolded)
                .filter(id -> !id.isEmpty() && id.length() < 900);
    }

    private static String unfolded(String field) {
        return field.replaceAll("\\s+", " ").strip();
    }
}
