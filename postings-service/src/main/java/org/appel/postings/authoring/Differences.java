package org.appel.postings.authoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;

/**
 * What two notices say differently, each as the JSON that everybody knows it by. Lists are laid beside each other as a
 * person would: what is equal first, then what is similar, so that a change in one item of a list names that item.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901</a>
 */
final class Differences {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    /** Share of common words from which on one text is another's new form; below, one was removed and one added. */
    private static final double SIMILAR = 0.5;

    private final List<Difference> found = new ArrayList<>();

    private Differences() {}

    /** In the order of the notice's fields. */
    static List<Difference> between(JsonNode before, JsonNode after) {
        var differences = new Differences();
        differences.compare("", "", before, after);
        return differences.found;
    }

    private void compare(String from, String to, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return;
        }
        if (before.isNull()) {
            found.add(Difference.added(to, after));
        } else if (after.isNull()) {
            found.add(Difference.removed(from, before));
        } else if (before.isObject() && after.isObject()) {
            fields(from, to, before, after);
        } else if (before.isArray() && after.isArray()) {
            lists(from, to, elements(before), elements(after));
        } else {
            found.add(Difference.replaced(from, to, before, after));
        }
    }

    private void fields(String from, String to, JsonNode before, JsonNode after) {
        var names = new LinkedHashSet<String>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        for (var name : names) {
            compare(from + "/" + escape(name), to + "/" + escape(name), orNull(before, name), orNull(after, name));
        }
    }

    private void lists(String from, String to, List<JsonNode> before, List<JsonNode> after) {
        var partners = equals(before, after);
        var stays = Set.copyOf(partners.keySet());
        moves(before, after, partners);
        similar(before, after, partners);
        var known = new HashMap<Integer, Integer>();
        partners.forEach((old, current) -> known.put(current, old));
        for (int i = 0; i < before.size(); i++) {
            if (!partners.containsKey(i)) {
                found.add(Difference.removed(from + "/" + i, before.get(i)));
            }
        }
        for (int i = 0; i < after.size(); i++) {
            var old = known.get(i);
            if (old == null) {
                found.add(Difference.added(to + "/" + i, after.get(i)));
            } else if (before.get(old).equals(after.get(i)) && !stays.contains(old)) {
                found.add(Difference.moved(from + "/" + old, to + "/" + i, after.get(i)));
            } else {
                compare(from + "/" + old, to + "/" + i, before.get(old), after.get(i));
            }
        }
    }

    /** The elements that are equal and in the same order: by index before, the index after. */
    private static Map<Integer, Integer> equals(List<JsonNode> before, List<JsonNode> after) {
        var partners = new LinkedHashMap<Integer, Integer>();
        int old = 0;
        int current = 0;
        for (var delta : DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<JsonNode>())
                .getDeltas()) {
            while (old < delta.getSource().getPosition()) {
                partners.put(old++, current++);
            }
            old += delta.getSource().size();
            current += delta.getTarget().size();
        }
        while (old < before.size()) {
            partners.put(old++, current++);
        }
        return partners;
    }

    private static void moves(List<JsonNode> before, List<JsonNode> after, Map<Integer, Integer> partners) {
        for (int old : alone(before, partners.keySet())) {
            alone(after, partners.values()).stream()
                    .filter(current -> before.get(old).equals(after.get(current)))
                    .findFirst()
                    .ifPresent(current -> partners.put(old, current));
        }
    }

    /** Pairs the most similar first. */
    private static void similar(List<JsonNode> before, List<JsonNode> after, Map<Integer, Integer> partners) {
        record Pair(int old, int current, double likeness) {}
        var old = alone(before, partners.keySet());
        var current = alone(after, partners.values());
        var wordsBefore = old.stream().map(i -> words(before.get(i))).toList();
        var wordsAfter = current.stream().map(i -> words(after.get(i))).toList();
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < old.size(); i++) {
            for (int j = 0; j < current.size(); j++) {
                double likeness = bears(before.get(old.get(i)), after.get(current.get(j)))
                        ? 1
                        : likeness(wordsBefore.get(i), wordsAfter.get(j));
                if (likeness >= SIMILAR) {
                    pairs.add(new Pair(old.get(i), current.get(j), likeness));
                }
            }
        }
        pairs.sort((one, other) -> Double.compare(other.likeness(), one.likeness()));
        for (var pair : pairs) {
            if (!partners.containsKey(pair.old()) && !partners.containsValue(pair.current())) {
                partners.put(pair.old(), pair.current());
            }
        }
    }

    /** Two sections with one heading, or two entries for one language, are the same thing however much was rewritten. */
    private static boolean bears(JsonNode one, JsonNode other) {
        return one.path("heading").isTextual() && one.path("heading").equals(other.path("heading"))
                || one.path("code").isTextual() && one.path("code").equals(other.path("code"));
    }

    private static List<Integer> alone(List<JsonNode> elements, Collection<Integer> taken) {
        return IntStream.range(0, elements.size())
                .boxed()
                .filter(i -> !taken.contains(i))
                .toList();
    }

    /** Dice's coefficient of the words, each as often as it stands there. */
    private static double likeness(Map<String, Integer> one, Map<String, Integer> other) {
        int common = 0;
        for (var word : one.entrySet()) {
            common += Math.min(word.getValue(), other.getOrDefault(word.getKey(), 0));
        }
        int all = sum(one) + sum(other);
        return all == 0 ? 0 : 2.0 * common / all;
    }

    private static int sum(Map<String, Integer> words) {
        return words.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<String, Integer> words(JsonNode element) {
        var words = new HashMap<String, Integer>();
        count(element, words);
        return words;
    }

    private static void count(JsonNode node, Map<String, Integer> words) {
        if (node.isContainerNode()) {
            node.forEach(child -> count(child, words));
        } else if (!node.isNull()) {
            WORD.matcher(node.asText())
                    .results()
                    .map(MatchResult::group)
                    .forEach(word -> words.merge(word, 1, Integer::sum));
        }
    }

    private static List<JsonNode> elements(JsonNode list) {
        var elements = new ArrayList<JsonNode>();
        list.forEach(elements::add);
        return elements;
    }

    private static JsonNode orNull(JsonNode object, String name) {
        var value = object.get(name);
        return value == null ? NullNode.getInstance() : value;
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
