package org.appel.applications.mailbox.mime;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Character sets as mail clients name them. */
final class Charsets {
    /** What calls itself Latin-1 is Windows' superset of it, as every browser takes it. */
    static final Charset WINDOWS = Charset.forName("windows-1252");

    private Charsets() {}

    /** Empty if nobody knows it, or the name says nothing. */
    static Optional<Charset> of(String name) {
        var plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("[\"'\\s]", "");
        return switch (plain) {
            case "", "unknown", "unknown-8bit", "x-unknown", "binary", "default", "us-ascii", "ascii", "ansi" ->
                Optional.empty();
            case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "l1", "cp1252", "cp-1252", "windows1252" ->
                Optional.of(WINDOWS);
            case "utf8", "utf-8", "unicode-1-1-utf-8", "utf8mb4" -> Optional.of(StandardCharsets.UTF_8);
            default -> known(plain);
        };
    }

    private static Optional<Charset> known(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
