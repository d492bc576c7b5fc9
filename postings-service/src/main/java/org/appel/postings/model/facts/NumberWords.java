package org.appel.postings.model.facts;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Numbers written as words, in French and English. "5 jours" is well translated by "five days", so a word excuses digits
 * on the other side; by itself it says nothing, since "un" and "one" often are no numbers.
 */
public final class NumberWords {

    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    /** XXIe siècle, 21st century. */
    private static final Pattern CENTURY = Pattern.compile("\\b([ivx]+) ?(?:e|eme|er|th|st|nd|rd)? (?:siecle|century)");

    /** Each name of the number that comes before it. */
    private static final String NAMES = """
            0 zero minuit midnight
            1 un une unieme premier premiere a an one first once
            2 deux deuxieme second seconde double two twice both biennal biennial
            3 trois troisieme three third triennal triennial
            4 quatre quatrieme four fourth quadriennal quadrennial
            5 cinq cinquieme five fifth quinquennal
            6 six sixieme sixth
            7 sept septieme seven seventh
            8 huit huitieme eight eighth
            9 neuf neuvieme nine ninth
            10 dix dixieme dizaine ten tenth
            11 onze onzieme eleven eleventh
            12 douze douzieme douzaine midi twelve twelfth dozen noon midday
            13 treize treizieme thirteen thirteenth
            14 quatorze quatorzieme fourteen fourteenth
            15 quinze quinzieme quinzaine fifteen fifteenth fortnight
            16 seize seizieme sixteen sixteenth
            17 seventeen seventeenth
            18 eighteen eighteenth
            19 nineteen nineteenth
            20 vingt vingts vingtieme vingtaine twenty twentieth
            30 trente trentieme trentaine thirty thirtieth
            40 quarante quarantaine forty
            50 cinquante cinquantaine fifty moitie half
            60 soixante soixantaine sixty
            70 septante seventy
            80 huitante octante eighty
            90 nonante ninety
            100 cent cents centieme centaine centaines hundred hundreds
            1000 mille milliers thousand thousands
            """;

    private static final Map<String, Integer> VALUES = new HashMap<>();

    static {
        NAMES.lines().map(line -> line.split(" ")).forEach(line -> {
            for (int i = 1; i < line.length; i++) {
                VALUES.put(line[i], Integer.valueOf(line[0]));
            }
        });
    }

    private NumberWords() {}

    /** @param plain as {@link Plain#of} makes it */
    public static Set<Integer> in(String plain) {
        var found = new HashSet<Integer>();
        var number = new Composed();
        var words = WORD.matcher(plain);
        while (words.find()) {
            int value = VALUES.getOrDefault(words.group(), 0);
            found.add(value);
            if (value > 0) {
                found.add(number.with(value));
            } else if (!isJoint(words.group())) {
                number = new Composed();
            }
        }
        if (plain.contains("temps plein")
                || plain.contains("plein temps")
                || plain.contains("full time")
                || plain.contains("full-time")) {
            found.add(100);
        }
        if (plain.contains("mi-temps") || plain.contains("mi temps")) {
            found.add(50);
        }
        var centuries = CENTURY.matcher(plain);
        while (centuries.find()) {
            found.add(roman(centuries.group(1)));
        }
        return found;
    }

    /**
     * One number, in digits or as a word; empty for a word that is no number, or that names zero.
     *
     * @param written only digits, or only letters, as {@link Plain#of} makes them
     */
    public static Optional<Integer> value(String written) {
        return Character.isDigit(written.charAt(0))
                ? Optional.of(Integer.valueOf(written))
                : in(written).stream().filter(value -> value > 0).findFirst();
    }

    /** Vingt et un. */
    private static boolean isJoint(String word) {
        return word.equals("et") || word.equals("and");
    }

    /** A number of several words, such as deux mille quatre cent quatre-vingt-dix-sept, as far as it was read. */
    private static final class Composed {

        private static final int HUNDRED = 100;
        private static final int THOUSAND = 1000;

        private int thousands;
        private int rest;
        private int last;

        /** @return what it is with this word, or the word alone where it does not belong to it */
        int with(int value) {
            if (value == THOUSAND && thousands == 0) {
                thousands = Math.max(rest, 1) * THOUSAND;
                rest = 0;
            } else if (value == HUNDRED && rest < 10) {
                rest = Math.max(rest, 1) * HUNDRED;
            } else if (value == 20 && last == 4) {
                rest += 80 - 4;
            } else if (value < HUNDRED && (rest % HUNDRED == 0 || goesOn(value))) {
                rest += value;
            } else {
                thousands = 0;
                rest = value;
            }
            last = value;
            return thousands + rest;
        }

        /** Vingt et un, soixante-quinze; dix-sept, and so soixante-dix-sept. */
        private boolean goesOn(int value) {
            int ending = rest % HUNDRED;
            return last == 10 ? value >= 7 && value <= 9 : last >= 20 && ending >= 20 && ending % 10 == 0 && value < 20;
        }
    }

    private static int roman(String digits) {
        int sum = 0;
        int before = 0;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int value =
                    switch (digits.charAt(i)) {
                        case 'i' -> 1;
                        case 'v' -> 5;
                        default -> 10;
                    };
            sum += value < before ? -value : value;
            before = Math.max(before, value);
        }
        return sum;
    }
}
