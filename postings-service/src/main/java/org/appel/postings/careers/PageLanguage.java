package org.appel.postings.careers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

/** The languages of the pages. A notice may be in others. */
enum PageLanguage {
    FR("Français", "fr_FR"),
    EN("English", "en_GB");

    private final String ownName;
    private final String territory;

    PageLanguage(String ownName, String territory) {
        this.ownName = ownName;
        this.territory = territory;
    }

    static Optional<PageLanguage> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }

    /** The first of these that there is; English where there is none. */
    static PageLanguage preferred(List<Locale> wanted) {
        return wanted.stream()
                .map(Locale::getLanguage)
                .flatMap(code -> of(code).stream())
                .findFirst()
                .orElse(EN);
    }

    /** ISO 639-1. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Locale locale() {
        return Locale.of(code());
    }

    /** As its speakers call it. */
    String ownName() {
        return ownName;
    }

    /** With a territory, as Open Graph wants it. */
    String territory() {
        return territory;
    }

    PageLanguage other() {
        return this == FR ? EN : FR;
    }

    CareersWords words() {
        return MessageBundles.get(CareersWords.class, Localized.Literal.of(code()));
    }
}
