package org.appel.applications.mailbox.imap;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;

/** What has to be known of a message's header before it is taken apart: where it came by, and what it is called. */
public final class RawHeader {
    private static final int LONGEST = 1 << 20;

    private static final Pattern END = Pattern.compile("\r?\n\r?\n");

    private final InternetHeaders fields;

    private RawHeader(InternetHeaders fields) {
        this.fields = fields;
    }

    public static RawHeader of(Path raw) throws IOException {
        try (InputStream in = new Beginning(new BufferedInputStream(Files.newInputStream(raw)), LONGEST)) {
            return new RawHeader(new InternetHeaders(in));
        } catch (MessagingException unreadable) {
            return new RawHeader(new InternetHeaders());
        }
    }

    /** Copies the header alone, or its beginning. */
    public static Path copy(Path raw, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(raw)) {
            var text = new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
            var end = END.matcher(text);
            return Files.writeString(to, end.find() ? text.substring(0, end.end()) : text, StandardCharsets.ISO_8859_1);
        }
    }

    /** What tells it from other messages: its Message-ID, else the whole header; empty if it has none. */
    public Optional<byte[]> distinction() {
        var lines = Collections.list(fields.getAllHeaderLines());
        return messageId()
                .or(() -> lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines)))
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
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
