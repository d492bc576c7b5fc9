package org.appel.applications.model;

import java.text.Normalizer;

import org.jspecify.annotations.Nullable;

/**
 * The name of a candidate's file, made harmless: no folders, no control or direction marks, and an ending that says
 * what the content is.
 *
 * @param text 1 to 150 characters
 */
public record FileName(String text) {
    private static final int LONGEST = 150;

    /**
     * The candidate's own name for the file, mended.
     *
     * @param given what the client sent; null or blank if it sent none
     * @param kind names the file when the client did not
     * @param type decides the ending
     */
    public static FileName of(@Nullable String given, DocumentKind kind, DocumentType type) {
        var bare = given == null ? "" : cleaned(given);
        var named = bare.isEmpty() ? kind.name() : bare;
        if (type.fits(named)) {
            return new FileName(shortened(named.substring(0, named.lastIndexOf('.')), type));
        }
        return new FileName(shortened(named, type));
    }

    @Override
    public String toString() {
        return "FileName[…]";
    }

    private static String cleaned(String given) {
        var lastPart = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        return Normalizer.normalize(lastPart, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\"*:<>?|]", "")
                .replaceAll("^[.\\s]+|[.\\s]+$", "");
    }

    private static String shortened(String stem, DocumentType type) {
        int room = LONGEST - type.extension().length() - 1;
        int end = stem.length() <= room ? stem.length() : stem.offsetByCodePoints(0, stem.codePointCount(0, room));
        return stem.substring(0, Math.min(end, stem.length())) + "." + type.extension();
    }
}
