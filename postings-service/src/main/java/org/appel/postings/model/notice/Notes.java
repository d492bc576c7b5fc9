package org.appel.postings.model.notice;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the reading of one notice writes down beside the fields. */
final class Notes {

    private static final int LONGEST_QUOTE = 300;

    private final Set<Finding> found = new LinkedHashSet<>();
    private final List<Doubt> doubts = new ArrayList<>();

    /** What the same words say again is not noted again. */
    void found(String pointer, String words) {
        found.add(new Finding(pointer, quote(words)));
    }

    void doubt(String pointer, String detail, String words) {
        doubts.add(new Doubt(pointer, detail, quote(words)));
    }

    List<Finding> found() {
        return List.copyOf(found);
    }

    List<Doubt> doubts() {
        return doubts;
    }

    private static String quote(String words) {
        var stripped = words.strip();
        return stripped.length() > LONGEST_QUOTE ? stripped.substring(0, LONGEST_QUOTE) + "…" : stripped;
    }
}
