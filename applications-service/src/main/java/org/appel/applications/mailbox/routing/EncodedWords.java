package org.appel.applications.mailbox.routing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.regex.Pattern;

import jakarta.mail.internet.MimeUtility;

import org.jspecify.annotations.Nullable;

/**
 * Encoded words (RFC 2047) that a subject still has when it was decoded: those encoded twice, those that stand where the
 * standard forbids them, and characters cut in two by the border of two words, which mail clients do and decoders of
 * single words cannot mend.
 */
final class EncodedWords {
    private static final Pattern WORD = Pattern.compile("=\\?([\\w.:-]+)(?:\\*[\\w-]*)?\\?([bBqQ])\\?([^?]*)\\?=");

    private EncodedWords() {}

    static String decode(String text) {
        if (!text.contains("=?")) {
            return text;
        }
        var found = WORD.matcher(text);
        var plain = new StringBuilder();
        var pending = new ByteArrayOutputStream();
        @Nullable Charset charset = null;
        int end = 0;
        while (found.find()) {
            var next = charset(found.group(1));
            var bytes = next == null ? null : bytes(found.group(2), found.group(3));
            if (next == null || bytes == null) {
                continue;
            }
            var between = text.substring(end, found.start());
            boolean goesOn = charset != null && between.isBlank();
            if (charset != null && !(goesOn && next.equals(charset))) {
                plain.append(pending.toString(charset));
                pending.reset();
            }
            if (!goesOn) {
                plain.append(between);
            }
            pending.writeBytes(bytes);
            charset = next;
            end = found.end();
        }
        if (charset != null) {
            plain.append(pending.toString(charset));
        }
        return plain.append(text, end, text.length()).toString();
    }

    private static @Nullable Charset charset(String name) {
        try {
            return Charset.forName(MimeUtility.javaCharset(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static byte @Nullable [] bytes(String encoding, String encoded) {
        try {
            return encoding.equalsIgnoreCase("B") ? Base64.getMimeDecoder().decode(encoded) : quoted(encoded);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static byte[] quoted(String encoded) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '=' && i + 2 < encoded.length() && isHex(encoded, i + 1)) {
                bytes.write(Integer.parseInt(encoded, i + 1, i + 3, 16));
                i += 2;
            } else if (c == '_') {
                bytes.write(' ');
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static boolean isHex(String text, int at) {
        return Character.digit(text.charAt(at), 16) >= 0 && Character.digit(text.charAt(at + 1), 16) >= 0;
    }
}
