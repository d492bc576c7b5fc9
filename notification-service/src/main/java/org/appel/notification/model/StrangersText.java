package org.appel.notification.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a stranger wrote, as far as it may stand in a mail of ours. Anybody can apply in anybody's name, so without this
 * a "name" could make us send advertisements to a third person.
 */
public final class StrangersText {

    private static final Pattern LINK = Pattern.compile("://|@|\\bwww\\b|[\\p{L}\\d]{2,}\\.[\\p{L}]{2,}");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}\\s]+");
    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");

    private StrangersText() {}

    /** A person's name on one line; empty if it is none, longer than 80 characters, or bears something like a link. */
    public static Optional<String> name(String text) {
        return Optional.of(oneLine(text)).filter(line -> !line.isEmpty() && line.length() <= 80 && !hasLink(line));
    }

    /** A file's name on one line; empty if it is none, longer than 80 characters, or bears something like a link. */
    public static Optional<String> fileName(String text) {
        var line = oneLine(text);
        var base = EXTENSION.matcher(line).replaceFirst("");
        return Optional.of(line).filter(name -> !name.isEmpty() && name.length() <= 80 && !hasLink(base));
    }

    /** The text on one line, its line breaks and other invisible characters as single spaces. */
    public static String oneLine(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ").strip();
    }

    private static boolean hasLink(String line) {
        return LINK.matcher(line).find();
    }
}
