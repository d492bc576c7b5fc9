package org.appel.postings.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Numbers written as words, in French and English. "5 jours" is well translated by "five days", so a word excuses digits
 * on the other side; by itself it says nothing, since "un" and "one" often are no numbers.
 */
final class NumberWords {

    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    /** XXIe siècle, 21st century. */
    private static final Pattern CENTURY = Pattern.compile("\\b([ivx]+) ?(?:e|eme|er|th|st|nd|rd)? (?:siecle|century)");

    /** Each name of the number that comes before it. */
    private static final String NAMES = """
            0 zero minuit midnight
            1 un une premier premiere a an one first once
            2 deux deuxieme second seconde double two twice both biennal biennial
            3 trois troisieme three third triennal triennial
            4 quatre quatrieme four fourth quadriennal quadrennial
            5 cinq cinquieme five fifth quinquennal
            6 six sixieme sixth
            7 sept septieme seven seventh
            8 huit huitieme eight eighth
            9 neuf neuvieme nine ninth
            10 dix dixieme dizaine ten tenth
            11 onze eleven
            12 douze douzaine midi twelve dozen noon midday
            13 treize thirteen
            14 quatorze fourteen
            15 quinze quinzaine fifteen
            16 seize sixteen
            17 seventeen
            18 eighteen
            19 nineteen
            20 vingt vingtaine twenty
            30 trente trentaine thirty
            40 quarante quarantaine forty
            50 cinquante cinquantaine fifty moitie half
            60 soixante soixantaine sixty
            70 septante seventy
            80 huitante octante eighty
            90 nonante ninety
            100 cent cents centaine centaines hundred hundreds
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
    static Set<Integer> in(String plain) {
        var found = new HashSet<Integer>();
        int before = 0;
        var words = WORD.matcher(plain);
        while (words.find()) {
            int value = VALUES.getOrDefault(words.group(), 0);
            found.add(value);
            if (isTens(before) && value > 0 && value < 20) {
                found.add(before + value);
            }
            if (value > 0 || !isJoint(words.group())) {
                before = value;
            }
        }
        if (plain.contains("temps plein")
                || plain.contains("plein temps")
                || plain.contains("full time")
                || plain.contains("full-time")) {
            found.add(100);
        }
        if (plain.contains("quatre-vingt")) {
            found.add(80);
        }
        var centuries = CENTURY.matcher(plain);
        while (centuries.find()) {
            found.add(roman(centuries.group(1)));
        }
        return found;
    }

    /** Vingt et un. */
    private static boolean isJoint(String word) {
        return word.equals("et") || word.equals("and");
    }

    private static boolean isTens(int value) {
        return value >= 20 && value <= 90;
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
