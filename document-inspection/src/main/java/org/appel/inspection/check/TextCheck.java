package org.appel.inspection.check;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Plain text is what can be read in UTF-8, UTF-16 with its mark, or else Windows' Latin, and has words in it. */
public final class TextCheck {
    private static final Charset WINDOWS_LATIN = Charset.forName("windows-1252");

    private TextCheck() {}

    static void check(Path file) throws UnfitDocument, IOException {
        var charset = charsetOf(file);
        boolean blank = true;
        try (var reader = reader(file, charset)) {
            var buffer = new char[8192];
            for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    if (isBinary(buffer[i])) {
                        throw new UnfitDocument("The content is no text: send a PDF, DOCX, ODT, RTF or plain text");
                    }
                    blank &= Character.isWhitespace(buffer[i]);
                }
            }
        }
        if (blank) {
            throw new UnfitDocument("The text is empty");
        }
    }

    /**
     * The encoding in which the whole file can be read.
     *
     * @throws UnfitDocument if there is none
     */
    public static Charset charsetOf(Path file) throws UnfitDocument, IOException {
        var unicode = unicode(file);
        if (isReadable(file, unicode)) {
            return unicode;
        }
        if (isReadable(file, WINDOWS_LATIN)) {
            return WINDOWS_LATIN;
        }
        throw new UnfitDocument("The text is in an unknown encoding: save it as UTF-8");
    }

    private static Charset unicode(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var mark = in.readNBytes(2);
            boolean marked = mark.length == 2
                    && (mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF
                            || mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE);
            return marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        }
    }

    private static boolean isReadable(Path file, Charset charset) throws IOException {
        try (var reader = reader(file, charset)) {
            var buffer = new char[8192];
            while (reader.read(buffer) >= 0) {
                // Only whether it can be read is asked.
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** A reader that refuses what is not in its encoding. */
    public static InputStreamReader reader(Path file, Charset charset) throws IOException {
        return new InputStreamReader(Files.newInputStream(file), charset.newDecoder());
    }

    private static boolean isBinary(char c) {
        return c < ' ' && "\t\n\r\f\u001a".indexOf(c) < 0 || c == 0x7F || c == 0xFFFE;
    }
}
