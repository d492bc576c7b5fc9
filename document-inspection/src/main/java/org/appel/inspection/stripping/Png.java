package org.appel.inspection.stripping;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A PNG of the chunks alone that say how it looks; texts, times, EXIF and programs' own go. */
final class Png {
    private static final int HEAD = 8;
    /** Length, type and checksum. */
    private static final int AROUND = 12;

    private static final String LAST = "IEND";
    private static final Set<String> KEPT = Set.of(
            "IHDR", "PLTE", "IDAT", LAST, "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI",
            "bKGD", "pHYs", "acTL", "fcTL", "fdAT");

    private Png() {}

    static byte[] strip(byte[] picture) {
        var out = new ByteArrayOutputStream(picture.length);
        out.write(picture, 0, HEAD);
        var in = ByteBuffer.wrap(picture);
        for (int at = HEAD; at + AROUND <= picture.length; ) {
            long length = AROUND + (in.getInt(at) & 0xFFFFFFFFL);
            if (at + length > picture.length) {
                break;
            }
            var type = new String(picture, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (KEPT.contains(type)) {
                out.write(picture, at, (int) length);
            }
            if (type.equals(LAST)) {
                break;
            }
            at += (int) length;
        }
        return out.toByteArray();
    }
}
