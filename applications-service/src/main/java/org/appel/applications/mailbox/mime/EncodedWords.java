package org.appel.applications.mailbox.mime;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/** Encoded words (RFC 2047), also where they should not stand. */
final class EncodedWords {
    /** The language that RFC 2231 lets a charset carry, which nobody reads. */
    private static final Pattern LANGUAGE = Pattern.compile("=\\?([A-Za-z0-9_-]{1,40})\\*[A-Za-z-]{0,20}\\?");

    private EncodedWords() {}

    /** The text with its encoded words decoded; those that cannot be stay as they are. */
    static String decode(String text) {
        if (!text.contains("=?")) {
            return text;
        }
        var words = LANGUAGE.matcher(text).replaceAll("=?$1?");
        try {
            return DecoderUtil.decodeEncodedWords(
                            words,
                            DecodeMonitor.SILENT,
                            Charsets.WINDOWS,
                            Map.of(StandardCharsets.ISO_8859_1, Charsets.WINDOWS))
                    .replace("\0", "");
        } catch (RuntimeException beyondRepair) {
            return text;
        }
    }
}
