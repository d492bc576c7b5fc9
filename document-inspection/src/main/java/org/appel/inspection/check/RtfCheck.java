package org.appel.inspection.check;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** An RTF document is whole when its outermost group is closed, and nothing but blanks follows. */
final class RtfCheck {
    private static final int DEEPEST = 500;
    private static final String RAW = "bin";

    private RtfCheck() {}

    static void check(Path file) throws UnfitDocument, IOException {
        try (var in = new PushbackInputStream(new BufferedInputStream(Files.newInputStream(file)), RAW.length())) {
            skipGroup(in);
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b != 0 && !Character.isWhitespace(b)) {
                    throw broken();
                }
            }
        }
    }

    /** Reads to behind the brace that closes the first one. */
    private static void skipGroup(PushbackInputStream in) throws UnfitDocument, IOException {
        int depth = 0;
        for (int b = in.read(); b >= 0; b = in.read()) {
            switch (b) {
                case '\\' -> skipEscaped(in);
                case '{' -> depth++;
                case '}' -> depth--;
                default -> {}
            }
            if (depth == 0) {
                return;
            }
            if (depth > DEEPEST) {
                throw broken();
            }
        }
        throw new UnfitDocument("The RTF is cut off: save it anew and send it again");
    }

    /** Reads what follows a backslash and is no brace of the structure: one byte, or the raw bytes of \binN. */
    private static void skipEscaped(PushbackInputStream in) throws UnfitDocument, IOException {
        for (int i = 0; i < RAW.length(); i++) {
            int b = in.read();
            if (b != RAW.charAt(i)) {
                // A backslash or brace that follows directly is text.
                if (i > 0 && b >= 0) {
                    in.unread(b);
                }
                return;
            }
        }
        skipRaw(in);
    }

    private static void skipRaw(PushbackInputStream in) throws UnfitDocument, IOException {
        long length = 0;
        boolean told = false;
        int b = in.read();
        for (; b >= '0' && b <= '9'; b = in.read()) {
            length = Math.min(Integer.MAX_VALUE, length * 10 + (b - '0'));
            told = true;
        }
        if (b >= 0 && (!told || b != ' ')) {
            in.unread(b);
        }
        try {
            in.skipNBytes(length);
        } catch (EOFException e) {
            throw broken();
        }
    }

    private static UnfitDocument broken() {
        return new UnfitDocument("The RTF is broken: save it anew and send it again");
    }
}
