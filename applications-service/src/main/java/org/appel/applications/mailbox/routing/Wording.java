package org.appel.applications.mailbox.routing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.appel.applications.mailbox.routing.Lexicon.Sense;
import org.appel.applications.mailbox.routing.Word.Kind;

/** Takes a line apart into words. */
final class Wording {
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*|\\p{Nd}+");
    /** In a line with blanks an underscore is no blank. */
    private static final Pattern WITH_BLANKS = Pattern.compile("\\p{L}[^\\p{L}_]*\\s\\p{L}");

    private static final Pattern SEPARATOR = Pattern.compile(
            "[,;:|()\\[\\]{}<>«»„“”\"‹›—–―−•+=~*!?…/\\\\#]|\\s[^\\s]*[-‐‑'’‘`·∙.]|[-‐‑'’`·∙.]\\s|--|__");
    private static final Pattern SHARE = Pattern.compile("^\\s*(?:%|٪|pour\\s?cent|percent)");
    private static final Pattern AND = Pattern.compile("(?<!\\p{L})([MS])\\s?&\\s?E(?!\\p{L})");
    private static final Set<String> ROMAN = Set.of("ii", "iii", "iv", "vi", "vii", "viii", "ix");

    /** Abbreviations that have one meaning in these organisations' vacancies. */
    private static final Map<String, List<String>> ABBREVIATIONS = Map.ofEntries(
            abbreviation("ddh", "défenseurs droits humains"),
            abbreviation("hrd", "human rights defenders"),
            abbreviation("hrds", "human rights defenders"),
            abbreviation("ue", "union européenne"),
            abbreviation("eu", "european union"),
            abbreviation("rh", "ressources humaines"),
            abbreviation("daf", "directeur administratif financier"),
            abbreviation("osc", "organisations société civile"));

    private static final Set<String> UNIONS = Set.of("ue", "eu");

    private Wording() {}

    /** @param text mended */
    static List<Word> of(String text) {
        var line = parted(InclusiveWriting.inOneGender(Normalizer.normalize(text, Normalizer.Form.NFKC)));
        var words = new ArrayList<Word>();
        var found = WORD.matcher(line);
        int end = 0;
        int segment = 0;
        boolean bracketed = false;
        while (found.find()) {
            var gap = line.substring(end, found.start());
            segment += !words.isEmpty() && SEPARATOR.matcher(gap).find() ? 1 : 0;
            bracketed = gap.lastIndexOf('(') > gap.lastIndexOf(')') || bracketed && gap.indexOf(')') < 0;
            end = found.end();
            var shown = found.group();
            words.add(
                    Character.isDigit(shown.codePointAt(0))
                            ? figure(shown, line.substring(end), gap, segment, bracketed)
                            : word(shown, gap, segment, bracketed, words));
        }
        return Dates.silenced(words);
    }

    /** With the words of "M&E" and "S&E", and underscores that part a line as dashes do. */
    private static String parted(String line) {
        var whole = line.indexOf('&') < 0
                ? line
                : AND.matcher(line)
                        .replaceAll(found -> found.group(1).equals("M") ? "Monitoring Evaluation" : "Suivi Évaluation");
        return whole.indexOf('_') >= 0 && WITH_BLANKS.matcher(whole).find() ? whole.replace("_", " | ") : whole;
    }

    private static Word figure(String shown, String rest, String gap, int segment, boolean bracketed) {
        var digits = new StringBuilder();
        shown.codePoints().forEach(c -> digits.append(Character.digit(c, 10)));
        var figure = digits.toString();
        return SHARE.matcher(rest).find()
                ? new Word(shown, figure, List.of("#" + figure + "%"), Kind.LESSER, gap, segment, bracketed)
                : new Word(shown, figure, List.of("#" + figure), Kind.NUMBER, gap, segment, bracketed);
    }

    private static Word word(String shown, String gap, int segment, boolean bracketed, List<Word> before) {
        var folded = Folding.fold(shown);
        var kind = kindOf(folded);
        var meant = ABBREVIATIONS.get(folded);
        var keys = meant != null ? meant : keysOf(folded, kind, before);
        return new Word(shown, folded, keys, kind, gap, segment, bracketed);
    }

    private static Kind kindOf(String folded) {
        if (ROMAN.contains(folded)) {
            return Kind.NUMBER;
        }
        if (UNIONS.contains(folded) || Lexicon.is(Sense.PLACE, folded) || Lexicon.is(Sense.PLACE_OR_NAME, folded)) {
            return Kind.PLACE;
        }
        if (Lexicon.is(Sense.STOP, folded)) {
            return Kind.STOP;
        }
        if (folded.codePointCount(0, folded.length()) == 1) {
            return Kind.LESSER;
        }
        return Lexicon.is(Sense.FRAME, folded) ? Kind.FRAME : Kind.PLAIN;
    }

    private static List<String> keysOf(String folded, Kind kind, List<Word> before) {
        return switch (kind) {
            case STOP -> List.of();
            case PLACE -> List.of("@" + folded);
            case NUMBER -> List.of("#" + folded);
            case LESSER -> List.of(folded);
            case PLAIN, FRAME -> List.of(isManOfHisRights(folded, before) ? "humain" : Folding.stem(folded));
        };
    }

    /** "Droits de l'homme" and "droits humains" are the same rights. */
    private static boolean isManOfHisRights(String folded, List<Word> before) {
        return folded.startsWith("homme")
                && before.stream()
                        .filter(word -> word.kind() != Kind.STOP)
                        .reduce((first, last) -> last)
                        .filter(word -> word.keys().contains("droit"))
                        .isPresent();
    }

    private static Map.Entry<String, List<String>> abbreviation(String folded, String meant) {
        return Map.entry(
                folded,
                Arrays.stream(meant.split(" "))
                        .map(Folding::fold)
                        .map(Folding::stem)
                        .toList());
    }
}
