package org.appel.inspection.stripping;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Pictures without what cameras and programs write into them beside the picture; anything else stays as it is. */
final class Pictures {
    private static final int EMF_SIGNATURE_AT = 40;
    private static final int EMF_DESCRIPTION_AT = 60;

    private Pictures() {}

    /** @param turned whether readers of the document turn a picture as its camera was held */
    static byte[] strip(byte[] picture, boolean turned) {
        if (is(picture, 0, 0xFF, 0xD8, 0xFF)) {
            return Jpeg.strip(picture, turned);
        }
        if (is(picture, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return Png.strip(picture);
        }
        if (is(picture, 0, 'G', 'I', 'F', '8')) {
            return Gif.strip(picture);
        }
        if (is(picture, 0, 'R', 'I', 'F', 'F') && is(picture, 8, 'W', 'E', 'B', 'P')) {
            return WebP.strip(picture);
        }
        if (is(picture, 4, 'j', 'P', ' ', ' ')) {
            return Jpeg2000.strip(picture);
        }
        if (is(picture, 0, 'I', 'I', '*', 0) || is(picture, 0, 'M', 'M', 0, '*')) {
            return Tiff.strip(picture);
        }
        if (is(picture, EMF_SIGNATURE_AT, ' ', 'E', 'M', 'F')) {
            return withoutDescription(picture);
        }
        return picture;
    }

    static boolean is(byte[] content, int at, int... wanted) {
        if (content.length < at + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((content[at + i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    static boolean is(byte[] content, int at, String wanted) {
        var bytes = wanted.getBytes(StandardCharsets.ISO_8859_1);
        return at + bytes.length <= content.length
                && Arrays.equals(content, at, at + bytes.length, bytes, 0, bytes.length);
    }

    /** A metafile tells the program and the name of the drawing in two bytes for each character. */
    private static byte[] withoutDescription(byte[] metafile) {
        var stripped = metafile.clone();
        var header = ByteBuffer.wrap(stripped).order(ByteOrder.LITTLE_ENDIAN);
        if (stripped.length < EMF_DESCRIPTION_AT + 2 * Integer.BYTES) {
            return stripped;
        }
        long from = header.getInt(EMF_DESCRIPTION_AT + Integer.BYTES) & 0xFFFFFFFFL;
        long to = Math.min(stripped.length, from + 2 * (header.getInt(EMF_DESCRIPTION_AT) & 0xFFFFFFFFL));
        if (from > EMF_DESCRIPTION_AT && from < to) {
            Arrays.fill(stripped, (int) from, (int) to, (byte) 0);
        }
        return stripped;
    }
}
