package org.appel.postings.messaging;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.appel.postings.model.JobAd;
import org.appel.postings.model.Place;
import org.appel.postings.model.Text;

/**
 * A title as boards ask for it: what the job is, without its grade, number or place. Only what the notice says elsewhere
 * too is taken away, and only where it stands in brackets or after a dash at the end.
 */
public final class PlainTitle {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private PlainTitle() {}

    /** Of a notice in one of its languages; never empty unless the title is. */
    public static String of(JobAd ad, Text text) {
        var title =
                SPACES.matcher(Characters.clean(text.title())).replaceAll(" ").strip();
        var said = Stream.concat(
                        Stream.of(ad.grade(), ad.reference()),
                        ad.places().stream().map(Place::city))
                .filter(Objects::nonNull)
                .filter(word -> !word.isBlank())
                .distinct()
                .map(Pattern::quote)
                .reduce((one, other) -> one + "|" + other);
        if (said.isEmpty()) {
            return title;
        }
        var tail = Pattern.compile("(?iu) ?(?:\\((?:%1$s)\\)|[-–—,] (?:%1$s))$".formatted(said.get()));
        for (var shorter = tail.matcher(title).replaceFirst("");
                !shorter.isEmpty() && !shorter.equals(title);
                shorter = tail.matcher(title).replaceFirst("")) {
            title = shorter;
        }
        return title;
    }
}
