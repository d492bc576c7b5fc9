package org.appel.postings.feed;

import java.util.List;

import org.appel.postings.model.JobAd;
import org.appel.postings.model.LanguageVersion;

/** In which language a posting is shown, and its page for people is. */
final class Pages {

    /** The languages of the careers pages, around notices in any language. */
    static final List<String> LANGUAGES = List.of("fr", "en");

    private Pages() {}

    /** A published notice in the first of these languages in which it is more than a title, else as it was written first. */
    static LanguageVersion version(JobAd ad, List<String> wanted) {
        return ad.in(wanted.stream()
                        .filter(language -> ad.texts().containsKey(language)
                                && !ad.texts().get(language).sections().isEmpty())
                        .toList())
                .orElseThrow();
    }

    /** The language of the pages for a reader of this one. */
    static String language(String wanted) {
        return LANGUAGES.contains(wanted) ? wanted : "en";
    }
}
