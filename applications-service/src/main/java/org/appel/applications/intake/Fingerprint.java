package org.appel.applications.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import javax.crypto.Mac;

/** What makes two payloads the same: names, file names and contents of the parts, and not the form's boundary. */
final class Fingerprint {
    private static final int AT_ONCE = 1 << 16;

    private Fingerprint() {}

    /** @param tooLarge tells of a document that it is too large, and so refused: nothing of it is read */
    static byte[] of(Mac mac, Parts parts, Predicate<Parts.Part> tooLarge) {
        parts.application().forEach(part -> update(mac, part, part.isTooLargeForText()));
        parts.documents().forEach(part -> update(mac, part, tooLarge.test(part)));
        return mac.doFinal();
    }

    private static void update(Mac mac, Parts.Part part, boolean withoutContent) {
        text(mac, part.name());
        text(mac, String.valueOf(part.fileName()));
        mac.update(ByteBuffer.allocate(Long.BYTES).putLong(0, part.size()));
        if (!withoutContent) {
            content(mac, part);
        }
    }

    private static void content(Mac mac, Parts.Part part) {
        var chunk = new byte[Math.clamp(part.size(), 1, AT_ONCE)];
        try (var in = part.content().open()) {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                mac.update(chunk, 0, n);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void text(Mac mac, String text) {
        mac.update(text.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
    }
}
