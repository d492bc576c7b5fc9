package org.appel.applications.mailbox.mime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the beginning of a text, whatever its charset claims to be. */
final class TextFile {
    private TextFile() {}

    /**
     * @param most bytes that are read
     * @return with {@code \n} at the end of lines, without characters that show nothing
     */
    static String read(Path file, Optional<String> charset, int most) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(most);
        }
        return tidy(decode(bytes, charset.flatMap(Charsets::of)));
    }

    /** Lines end with {@code \n}; no byte order mark, no control character but the tab. */
    static String tidy(String text) {
        var tidy = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r') {
                if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
                    tidy.append('\n');
                }
            } else if (c == '\n' || c == '\t' || !Character.isISOControl(c) && c != '\uFEFF') {
                tidy.append(c);
            }
        }
        return tidy.toString();
    }

    private static String decode(byte[] bytes, Optional<Charset> said) {
        if (said.isPresent() && !said.get().equals(StandardCharsets.UTF_8)) {
            return new String(bytes, said.get());
        }
        // The beginning of a longer text may end within a character.
        for (int less = 0; less < 4 && less <= bytes.length; less++) {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes, 0, bytes.length - less))
                        .toString();
            } catch (CharacterCodingException notUtf8) {
                // Said below.
            }
        }
        return new String(bytes, Charsets.WINDOWS);
    }
}
