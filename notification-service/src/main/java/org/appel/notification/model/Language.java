package org.appel.notification.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages that letters are written in. */
public enum Language {
    FR,
    EN;

    /** ISO 639-1 code: {@code fr}, {@code en}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.of(code());
    }

    /** The language of this ISO 639-1 code; empty if no letter is written in it. */
    public static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equalsIgnoreCase(code))
                .findFirst();
    }

    /** The first choice of these that letters are written in, English if there is none. */
    public static Language firstOf(String... codes) {
        return Arrays.stream(codes)
                .map(Language::of)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(EN);
    }
}
