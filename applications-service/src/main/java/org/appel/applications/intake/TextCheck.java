package org.appel.applications.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Plain text is what can be read in UTF-8, UTF-16 with its mark, or else Windows' Latin, and has words in it. */
final class TextCheck {
    private static final Charset WINDOWS_LATIN = Charset.forName("windows-1252");

    private TextCheck() {}

    static void check(byte[] content) throws UnfitDocument {
        var text = decoded(content);
        if (text.isBlank()) {
            throw new UnfitDocument("The text is empty");
        }
        if (text.chars().anyMatch(TextCheck::isBinary)) {
            throw new UnfitDocument("The content is no text: send a PDF, DOCX, ODT, RTF or plain text");
        }
    }

    private static String decoded(byte[] content) throws UnfitDocument {
        try {
            return strict(content, charset(content));
        } catch (CharacterCodingException notUnicode) {
            try {
                return strict(content, WINDOWS_LATIN);
            } catch (CharacterCodingException notLatin) {
                throw new UnfitDocument("The text is in an unknown encoding: save it as UTF-8");
            }
        }
    }

    private static Charset charset(byte[] content) {
        if (content.length >= 2
                && (content[0] == (byte) 0xFE && content[1] == (byte) 0xFF
                        || content[0] == (byte) 0xFF && content[1] == (byte) 0xFE)) {
            return StandardCharsets.UTF_16;
        }
        return StandardCharsets.UTF_8;
    }

    private static String strict(byte[] content, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    }

    private static boolean isBinary(int c) {
        return c < ' ' && "\t\n\r\f\u001a".indexOf(c) < 0 || c == 0x7F || c == 0xFFFE;
    }
}
