package org.appel.applications.mailbox.mime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.appel.applications.mailbox.mime.IncomingMail.Forwarded;
import org.appel.applications.model.EmailAddress;

/** What two deliveries of one message have in common, and no two messages. */
final class Fingerprint {
    private final MessageDigest digest = sha256();

    private Fingerprint() {}

    static byte[] of(
            @Nullable EmailAddress author,
            String subject,
            String text,
            List<MailPart> parts,
            @Nullable Forwarded forwarded)
            throws IOException {
        var print = new Fingerprint();
        print.add(author == null ? "" : author.normalised());
        print.add(subject);
        print.add(text);
        for (MailPart part : parts) {
            print.add(part.name() == null ? "" : part.name());
            print.add(part);
        }
        if (forwarded != null && forwarded.original() != null) {
            print.digest.update(forwarded.original().content());
        }
        return print.digest.digest();
    }

    /** With its length, so that no two sequences of texts look alike. */
    private void add(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private void add(MailPart part) throws IOException {
        digest.update(ByteBuffer.allocate(8).putLong(part.size()).flip());
        var buffer = new byte[8192];
        try (InputStream in = Files.newInputStream(part.content())) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
