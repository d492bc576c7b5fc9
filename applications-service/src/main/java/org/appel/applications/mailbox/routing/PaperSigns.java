package org.appel.applications.mailbox.routing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.appel.applications.model.DocumentKind;

/** The words by which files and their texts are told, from {@code papers.txt} beside this class. */
final class PaperSigns {
    /** Section and line of the file. */
    private record Sign(String place, DocumentKind kind, String phrase) {}

    private static final Pattern SECTION = Pattern.compile("\\[(\\w+) (\\w+)]");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern INNER_CAPITAL =
            Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
    private static final Pattern DIGITS = Pattern.compile("(?<=\\p{L})(?=\\p{Nd})|(?<=\\p{Nd})(?=\\p{L})");
    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");
    /** A longer line is no heading. */
    private static final int HEADING = 60;

    private static final List<Sign> SIGNS = read();

    private PaperSigns() {}

    /** The kinds that a file's name leaves no doubt about. */
    static Set<DocumentKind> ofName(String name) {
        return in(spelledOut(name), "name");
    }

    /** The kinds that a file's name may speak of. */
    static Set<DocumentKind> perhapsOfName(String name) {
        return in(spelledOut(name), "maybe");
    }

    /** How many headings of a CV, phrases of a certificate, of a reference a text has. */
    static Map<DocumentKind, Integer> ofText(String text) {
        var counts = new LinkedHashMap<DocumentKind, Integer>();
        var whole = words(text);
        var headings = text.lines()
                .map(PaperSigns::words)
                .filter(line -> line.length() <= HEADING)
                .toList();
        for (var sign : SIGNS) {
            boolean there = sign.place().equals("text")
                    && (sign.kind().equals(DocumentKind.CV)
                            ? headings.stream().anyMatch(line -> line.startsWith(sign.phrase()))
                            : whole.contains(sign.phrase()));
            if (there) {
                counts.merge(sign.kind(), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** Whether the name has all words of the kind's own name, such as {@code police_record}. */
    static boolean names(String name, DocumentKind kind) {
        var words = spelledOut(name);
        return Arrays.stream(kind.name().split("_")).allMatch(word -> words.contains(" " + word + " "));
    }

    private static Set<DocumentKind> in(String words, String place) {
        var found = new LinkedHashSet<DocumentKind>();
        var rest = words;
        for (var sign : SIGNS) {
            if (sign.place().equals(place) && rest.contains(sign.phrase())) {
                found.add(sign.kind());
                rest = rest.replace(sign.phrase(), " | ");
            }
        }
        return found;
    }

    /** The words of a file's name, its ending taken off: "CVAmina_BenSalah2.pdf" has "cv". */
    private static String spelledOut(String name) {
        var bare = EXTENSION.matcher(name).replaceFirst("");
        return words(DIGITS.matcher(INNER_CAPITAL.matcher(bare).replaceAll(" ")).replaceAll(" "));
    }

    private static String words(String text) {
        return " " + NO_WORD.matcher(Folding.fold(text)).replaceAll(" ").trim() + " ";
    }

    private static List<Sign> read() {
        var signs = new ArrayList<List<Sign>>();
        for (var line : text().split("\n")) {
            var section = SECTION.matcher(line);
            if (section.matches()) {
                signs.add(new ArrayList<>(List.of(new Sign(section.group(1), new DocumentKind(section.group(2)), ""))));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                var head = signs.getLast().getFirst();
                signs.getLast().add(new Sign(head.place(), head.kind(), words(line)));
            }
        }
        return signs.stream()
                .map(all -> all.subList(1, all.size()))
                .flatMap(all -> all.stream()
                        .sorted(Comparator.comparingInt(
                                        (Sign sign) -> sign.phrase().length())
                                .reversed()))
                .collect(Collectors.toUnmodifiableList());
    }

    private static String text() {
        try (InputStream in = PaperSigns.class.getResourceAsStream("papers.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
