package org.appel.applications.mailbox.mime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** Messages as text, and what the parser makes of them. */
final class Eml {
    private Eml() {}

    /** The message with that header field and a body of one line. */
    static IncomingMail withField(String field) {
        return parse("From: Jeanne Doe <jeanne@mail.example>\n" + field + "\n\nBonjour,\n");
    }

    static IncomingMail parse(String text) {
        return parse(text, StandardCharsets.UTF_8);
    }

    static IncomingMail parse(String text, Charset charset) {
        return parse(bytes(text, charset), new MailParser());
    }

    static IncomingMail parse(String text, MailParser parser) {
        return parse(bytes(text, StandardCharsets.UTF_8), parser);
    }

    static IncomingMail parse(byte[] message, MailParser parser) {
        try {
            return read(message, parser);
        } catch (UnreadableMail e) {
            throw new AssertionError("not readable", e);
        }
    }

    static IncomingMail read(byte[] message, MailParser parser) throws UnreadableMail {
        try {
            // The parts are looked at after this: they go with the next clean build.
            var directory = Files.createTempDirectory(Files.createDirectories(Path.of("target", "mails")), "mail");
            var raw = Files.write(directory.resolve("raw"), message);
            return parser.parse(raw, directory.resolve("parts"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it goes over the wire: lines end with CR LF. */
    static byte[] bytes(String text, Charset charset) {
        return text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(charset);
    }

    static String base64(byte[] content) {
        return Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(content);
    }

    static String base64(String content) {
        return base64(content.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] content(MailPart part) {
        return content(part.content());
    }

    static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
