package org.appel.applications.mailbox.routing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** UTF-8 that somebody read as Windows-1252 or Latin-1, once or more: "ChargÃ©". */
final class Mojibake {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    /** Nothing is read wrongly more often than that. */
    private static final int ROUNDS = 3;
    /** So many characters in one text are no coincidence. */
    private static final int CERTAIN = 3;

    private Mojibake() {}

    static String read(String text) {
        if (text.chars().noneMatch(c -> c >= 0xC2)) {
            return text;
        }
        var read = text;
        for (int i = 0; i < ROUNDS; i++) {
            read = asWhole(read);
        }
        for (int i = 0; i < ROUNDS; i++) {
            read = inPlaces(read);
        }
        return read;
    }

    /** A text of which all characters are bytes of UTF-8, several of them beyond ASCII, cannot be anything else. */
    private static String asWhole(String text) {
        var bytes = new ByteArrayOutputStream();
        int beyond = 0;
        for (int i = 0; i < text.length(); i++) {
            int b = text.charAt(i) < 0x80 ? text.charAt(i) : asByte(text.charAt(i));
            if (b < 0) {
                return text;
            }
            beyond += b >= 0xC2 ? 1 : 0;
            bytes.write(b);
        }
        if (beyond < CERTAIN) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            return text;
        }
    }

    /** Where some characters are the bytes of one, that one. */
    private static String inPlaces(String text) {
        var read = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int length = lengthOf(asByte(text.charAt(i)));
            int character = length == 0 ? -1 : characterOf(text, i, length);
            if (character >= 0 && isLikely(character)) {
                read.appendCodePoint(character);
                i += length;
            } else {
                read.append(text.charAt(i++));
            }
        }
        return read.toString();
    }

    private static int lengthOf(int first) {
        return first >= 0xC2 && first <= 0xDF ? 2 : first >= 0xE2 && first <= 0xEF ? 3 : 0;
    }

    private static int characterOf(String text, int at, int length) {
        if (at + length > text.length()) {
            return -1;
        }
        int character = asByte(text.charAt(at)) & (length == 2 ? 0x1F : 0x0F);
        for (int i = at + 1; i < at + length; i++) {
            int following = asByte(text.charAt(i));
            if ((following & 0xC0) != 0x80) {
                return -1;
            }
            character = character << 6 | following & 0x3F;
        }
        return character;
    }

    /** The byte that one-byte encodings of the West read as this character; -1 if none. */
    private static int asByte(char c) {
        if (c < 0x80) {
            return -1;
        }
        if (c <= 0xFF) {
            return c;
        }
        var bytes = String.valueOf(c).getBytes(WINDOWS);
        return bytes[0] == '?' ? -1 : bytes[0] & 0xFF;
    }

    /** A capital before a closing quotation mark, "CONGÉ »", is the bytes of a character, too; one that no subject has. */
    private static boolean isLikely(int character) {
        return character >= 0xA0 && character <= 0x17F
                || character >= 0x300 && character <= 0x36F
                || character >= 0x2000 && character <= 0x203A
                || character == 0x20AC
                || character == 0x2219
                || character == 0x22C5
                || character == 0xFEFF;
    }
}
