package org.appel.applications;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Searches all that the service stores for a text: in clear, as hexadecimal, as base64 wherever it may begin. */
public final class Traces {
    /** What base64 makes of the bytes before, which are not searched for. */
    private static final int[] BLURRED = {0, 2, 3};

    private Traces() {}

    /** The tables with a row that shows it, in a text or in bytes. */
    public static List<String> of(String text) {
        var needles = needles(text);
        return Database.rows("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'").stream()
                .filter(table -> Database.rows("SELECT t::text FROM " + table + " t").stream()
                        .anyMatch(row -> shows(row, needles)))
                .toList();
    }

    /** Whether it is anywhere in that text. */
    public static boolean shows(String haystack, String text) {
        return shows(haystack, needles(text));
    }

    private static boolean shows(String haystack, Set<String> needles) {
        return needles.stream().anyMatch(haystack::contains);
    }

    /** PostgreSQL shows bytes as hexadecimal in lower case. */
    private static Set<String> needles(String text) {
        var spellings = Stream.of(text, text.toLowerCase(Locale.ROOT), text.toUpperCase(Locale.ROOT))
                .flatMap(spelling -> Stream.concat(Stream.of(spelling), base64(spelling)))
                .toList();
        var needles = new LinkedHashSet<String>();
        for (var spelling : spellings) {
            var hex = HexFormat.of().formatHex(spelling.getBytes(StandardCharsets.UTF_8));
            needles.addAll(List.of(spelling, hex, hex.toUpperCase(Locale.ROOT)));
        }
        return needles;
    }

    private static Stream<String> base64(String text) {
        return Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                .flatMap(encoder -> IntStream.rangeClosed(0, 2).mapToObj(before -> aligned(encoder, text, before)));
    }

    private static String aligned(Base64.Encoder encoder, String text, int before) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        var whole = shifted.length / 3 * 4;
        return encoder.encodeToString(shifted).substring(BLURRED[before], whole);
    }
}
