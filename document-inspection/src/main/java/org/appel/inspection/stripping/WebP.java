package org.appel.inspection.stripping;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A WebP without EXIF and XMP. */
final class WebP {
    private static final int HEAD = 12;
    private static final int CHUNK_HEAD = 8;
    /** Bits that say that there are EXIF and XMP. */
    private static final int FLAGS = 0x08 | 0x04;

    private WebP() {}

    static byte[] strip(byte[] picture) {
        var out = new ByteArrayOutputStream(picture.length);
        out.write(picture, 0, HEAD);
        var in = ByteBuffer.wrap(picture).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = HEAD; at + CHUNK_HEAD <= picture.length; ) {
            long size = in.getInt(at + 4) & 0xFFFFFFFFL;
            long next = at + CHUNK_HEAD + size + size % 2;
            if (at + CHUNK_HEAD + size > picture.length) {
                break;
            }
            if (!Pictures.is(picture, at, "EXIF") && !Pictures.is(picture, at, "XMP ")) {
                out.write(picture, at, (int) Math.min(next, picture.length) - at);
            }
            at = (int) Math.min(next, picture.length);
        }
        var stripped = ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        stripped.putInt(4, stripped.capacity() - CHUNK_HEAD);
        if (Pictures.is(stripped.array(), HEAD, "VP8X") && stripped.capacity() > HEAD + CHUNK_HEAD) {
            int flagsAt = HEAD + CHUNK_HEAD;
            stripped.put(flagsAt, (byte) (stripped.get(flagsAt) & ~FLAGS));
        }
        return stripped.array();
    }
}
