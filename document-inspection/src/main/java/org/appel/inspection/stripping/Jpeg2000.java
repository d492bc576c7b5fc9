package org.appel.inspection.stripping;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** A JPEG 2000 without the boxes in which programs put their own data, such as XMP. */
final class Jpeg2000 {
    private static final int HEAD = 8;
    private static final int LONG_HEAD = 16;

    private Jpeg2000() {}

    static byte[] strip(byte[] picture) {
        var out = new ByteArrayOutputStream(picture.length);
        var in = ByteBuffer.wrap(picture);
        for (int at = 0; at + HEAD <= picture.length; ) {
            long length = lengthOf(in, at);
            if (length < HEAD || at + length > picture.length) {
                break;
            }
            if (!Pictures.is(picture, at + 4, "uuid")
                    && !Pictures.is(picture, at + 4, "uinf")
                    && !Pictures.is(picture, at + 4, "xml ")) {
                out.write(picture, at, (int) length);
            }
            at += (int) length;
        }
        return out.toByteArray();
    }

    private static long lengthOf(ByteBuffer in, int at) {
        long told = in.getInt(at) & 0xFFFFFFFFL;
        if (told == 0) {
            // To the end of the file.
            return in.capacity() - at;
        }
        return told == 1 && at + LONG_HEAD <= in.capacity() ? in.getLong(at + HEAD) : told;
    }
}
