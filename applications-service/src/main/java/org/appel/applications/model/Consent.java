package org.appel.applications.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeSet;

/**
 * What candidates agree to. The name of the wording is kept with each application, its text for ever in a file: a new
 * text gets a new name.
 */
public final class Consent {
    /** The name of the wording in force where candidates are asked. */
    public static final String WORDING = "2026-1";

    /** The name of the wording for those who apply by mail, where nobody can ask. */
    public static final String BY_MAIL = "by-mail-1";

    private static final SequencedMap<String, Map<String, String>> EVERY = new LinkedHashMap<>();

    static {
        EVERY.put(WORDING, read(WORDING));
        EVERY.put(BY_MAIL, read(BY_MAIL));
    }

    /** The wording in force by language. */
    public static final Map<String, String> TEXTS = texts(WORDING);

    private Consent() {}

    /** The wording of that name by language; empty if there never was one. */
    public static Map<String, String> texts(String wording) {
        return EVERY.getOrDefault(wording, Map.of());
    }

    /** The names of all wordings that ever were in force. */
    public static SequencedSet<String> wordings() {
        return new TreeSet<>(EVERY.keySet());
    }

    /** Whether candidates were ever asked with the wording of that name. */
    public static boolean isAsked(String wording) {
        return EVERY.containsKey(wording) && !wording.equals(BY_MAIL);
    }

    private static Map<String, String> read(String wording) {
        return Map.of("fr", text(wording, "fr"), "en", text(wording, "en"));
    }

    private static String text(String wording, String language) {
        var name = "/consents/" + wording + "/" + language + ".txt";
        try (var file = Objects.requireNonNull(Consent.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
