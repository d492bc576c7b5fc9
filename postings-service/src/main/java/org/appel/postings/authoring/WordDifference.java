package org.appel.postings.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import org.jspecify.annotations.Nullable;

import org.appel.postings.authoring.Difference.Words;

/** Two texts, word by word. */
final class WordDifference {

    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\s+|[^\\p{L}\\p{M}\\p{N}\\s]");

    /** Of both texts. What takes longer than this is no paragraph that somebody would read word by word. */
    private static final int MOST_TOKENS = 10_000;

    private final List<Words> words = new ArrayList<>();
    private final StringBuilder kept = new StringBuilder();
    private final StringBuilder removed = new StringBuilder();
    private final StringBuilder added = new StringBuilder();

    private WordDifference() {}

    /** @return null unless both are texts of a readable length */
    static @Nullable List<Words> of(JsonNode before, JsonNode after) {
        if (!before.isTextual() || !after.isTextual()) {
            return null;
        }
        var old = tokens(before.textValue());
        var current = tokens(after.textValue());
        return old.size() + current.size() > MOST_TOKENS ? null : new WordDifference().compare(old, current);
    }

    private List<Words> compare(List<String> old, List<String> current) {
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, current, new MyersDiffWithLinearSpace<String>())
                .getDeltas()) {
            int start = delta.getSource().getPosition();
            keep(String.join("", old.subList(at, start)));
            removed.append(String.join("", delta.getSource().getLines()));
            added.append(String.join("", delta.getTarget().getLines()));
            at = start + delta.getSource().size();
        }
        keep(String.join("", old.subList(at, old.size())));
        endChange();
        endKept();
        return words;
    }

    /** A space between two changed words changes with them: "deux ans" to "trois mois" is one change. */
    private void keep(String text) {
        if (text.isEmpty()) {
            return;
        }
        if (text.isBlank() && !removed.isEmpty() && !added.isEmpty()) {
            removed.append(text);
            added.append(text);
            return;
        }
        endChange();
        kept.append(text);
    }

    private void endChange() {
        if (removed.isEmpty() && added.isEmpty()) {
            return;
        }
        endKept();
        if (!removed.isEmpty()) {
            words.add(new Words(null, removed.toString(), null));
        }
        if (!added.isEmpty()) {
            words.add(new Words(null, null, added.toString()));
        }
        removed.setLength(0);
        added.setLength(0);
    }

    private void endKept() {
        if (!kept.isEmpty()) {
            words.add(new Words(kept.toString(), null, null));
        }
        kept.setLength(0);
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }
}
