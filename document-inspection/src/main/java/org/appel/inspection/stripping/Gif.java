package org.appel.inspection.stripping;

import java.io.ByteArrayOutputStream;

/** A GIF without comments and programs' own blocks; how often it is repeated stays. */
final class Gif {
    private static final int SCREEN_AT = 6;
    private static final int SCREEN = 7;
    private static final int IMAGE = 0x2C;
    private static final int EXTENSION = 0x21;
    private static final int COMMENT = 0xFE;
    private static final int APPLICATION = 0xFF;
    private static final int END = 0x3B;

    private final byte[] in;
    private int at;

    private Gif(byte[] in) {
        this.in = in;
    }

    static byte[] strip(byte[] picture) {
        return new Gif(picture).strip();
    }

    private byte[] strip() {
        var out = new ByteArrayOutputStream(in.length);
        at = SCREEN_AT + SCREEN + colours(SCREEN_AT + 4);
        out.write(in, 0, Math.min(at, in.length));
        while (at < in.length && at >= 0) {
            int from = at;
            int kind = in[at] & 0xFF;
            switch (kind) {
                case IMAGE -> {
                    at += 10 + colours(at + 9) + 1;
                    skipBlocks();
                }
                case EXTENSION -> {
                    at += 2;
                    skipBlocks();
                }
                default -> at = in.length;
            }
            if (kind == END) {
                out.write(END);
            } else if ((kind == IMAGE || kind == EXTENSION && isKept(from)) && at <= in.length) {
                out.write(in, from, at - from);
            }
        }
        return out.toByteArray();
    }

    private boolean isKept(int extension) {
        return switch (extension + 1 < in.length ? in[extension + 1] & 0xFF : COMMENT) {
            case COMMENT -> false;
            case APPLICATION ->
                Pictures.is(in, extension + 3, "NETSCAPE2.0") || Pictures.is(in, extension + 3, "ANIMEXTS1.0");
            default -> true;
        };
    }

    /** The length of a table of colours, which is there if the flags say so. */
    private int colours(int flagsAt) {
        if (flagsAt >= in.length || (in[flagsAt] & 0x80) == 0) {
            return 0;
        }
        return 3 << (in[flagsAt] & 7) + 1;
    }

    private void skipBlocks() {
        while (at < in.length && in[at] != 0) {
            at += 1 + (in[at] & 0xFF);
        }
        at++;
    }
}
