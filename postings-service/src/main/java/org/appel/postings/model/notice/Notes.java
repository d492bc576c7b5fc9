package org.appel.postings.model.notice;

import java.util.ArrayList;
import java.util.List;

/** What the reading of one notice writes down beside the fields. */
final class Notes {

    private static final int LONGEST_QUOTE = 300;

    private final List<Finding> found = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();

    void found(String pointer, String words) {
        found.add(new Finding(pointer, quote(words)));
    }

    void doubt(String pointer, String detail, String words) {
        doubts.add(new Doubt(pointer, detail, quote(words)));
    }

    List<Finding> found() {
        return found;
    }

    List<Doubt> doubts() {
        return doubts;
    }

    private static String quote(String words) {
        var stripped = words.strip();
        return stripped.length() > LONGEST_QUOTE ? stripped.substring(0, LONGEST_QUOTE) + "…" : stripped;
    }
}
