package org.appel.postings.careers;

import com.ibm.icu.util.ULocale;
import org.jspecify.annotations.Nullable;

/**
 * Words of somebody else on a page, with the language that they are in.
 *
 * @param lang ISO 639-1 code; empty where it is the page's
 * @param dir {@code ltr} or {@code rtl}: the side from which that language is read
 */
record Quote(String text, String lang, String dir) {

    static final Quote NONE = new Quote("", "", "");

    /** @param lang null where nobody has said it */
    static Quote of(@Nullable String text, @Nullable String lang) {
        if (text == null || text.isBlank()) {
            return NONE;
        }
        return lang == null ? new Quote(text, "", "auto") : new Quote(text, lang, direction(lang));
    }

    private static String direction(String lang) {
        return new ULocale(lang).isRightToLeft() ? "rtl" : "ltr";
    }
}
