package org.appel.applications.model;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a document is for. A posting may require kinds of its own; these are taken in any case.
 *
 * @param name lower-case letters, digits and underscores, at most 100 characters; it is the part's name in the form
 */
public record DocumentKind(String name) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,99}");

    public static final DocumentKind CV = new DocumentKind("cv");
    public static final DocumentKind COVER_LETTER = new DocumentKind("cover_letter");
    public static final DocumentKind OTHER = new DocumentKind("other");

    /** Taken for every posting, asked for or not. */
    public static final List<DocumentKind> ALWAYS_TAKEN = List.of(
            CV,
            COVER_LETTER,
            new DocumentKind("certificate"),
            new DocumentKind("reference"),
            new DocumentKind("writing_sample"),
            OTHER);

    public DocumentKind {
        if (!isName(name)) {
            throw new IllegalArgumentException("not the name of a document kind");
        }
    }

    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    @Override
    public String toString() {
        return name;
    }
}
