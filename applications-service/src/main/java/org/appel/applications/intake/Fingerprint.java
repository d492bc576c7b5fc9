package org.appel.applications.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.crypto.Mac;

/** What makes two payloads the same: names, file names and contents of the parts, and not the form's boundary. */
final class Fingerprint {
    private Fingerprint() {}

    /** @param contents of the document parts, in their order; of one that is too large, and so refused, nothing is read */
    static byte[] of(Mac mac, Parts parts, List<byte[]> contents) {
        parts.application().forEach(part -> update(mac, part, part.isTooLargeForText() ? new byte[0] : part.read()));
        for (int i = 0; i < contents.size(); i++) {
            update(mac, parts.documents().get(i), contents.get(i));
        }
        return mac.doFinal();
    }

    private static void update(Mac mac, Parts.Part part, byte[] content) {
        text(mac, part.name());
        text(mac, String.valueOf(part.fileName()));
        mac.update(ByteBuffer.allocate(Long.BYTES).putLong(0, part.size()));
        mac.update(content);
    }

    private static void text(Mac mac, String text) {
        mac.update(text.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
    }
}
