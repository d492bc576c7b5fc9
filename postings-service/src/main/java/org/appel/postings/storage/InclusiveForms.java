package org.appel.postings.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that are written for both genders at once, as French notices do: {@code chargé·e}, {@code directeur-rice},
 * {@code conseiller(ère)}, {@code tous·tes}, {@code salarié.e.s}, {@code chargéE}. Both words are meant, and both must be
 * found. All of it in lower case without accents, as the search compares.
 *
 * @see <a href="https://www.haut-conseil-egalite.gouv.fr/IMG/pdf/guide_egacom_sans_stereotypes-2022-versionpublique-min-2.pdf">
 *     Guide pratique pour une communication publique sans stéréotype de sexe</a>
 */
final class InclusiveForms {

    /**
     * How the feminine is made.
     *
     * @param written what stands behind the separator
     * @param replaced the end of the masculine that goes
     * @param feminine what comes in its place
     */
    private record Ending(String written, String replaced, String feminine) {}

    /** Of several that are written alike the first that fits is meant. */
    private static final List<Ending> ENDINGS = List.of(
            new Ending("trice", "teur", "trice"),
            new Ending("rice", "eur", "rice"),
            new Ending("ice", "eur", "rice"),
            new Ending("teuse", "teur", "teuse"),
            new Ending("euse", "eur", "euse"),
            new Ending("euse", "eux", "euse"),
            new Ending("iere", "ier", "iere"),
            new Ending("ere", "er", "ere"),
            new Ending("ive", "if", "ive"),
            new Ending("ve", "f", "ve"),
            new Ending("ienne", "ien", "ienne"),
            new Ending("enne", "en", "enne"),
            new Ending("onne", "on", "onne"),
            new Ending("nelle", "nel", "nelle"),
            new Ending("elle", "el", "elle"),
            new Ending("ale", "al", "ale"),
            new Ending("ante", "ant", "ante"),
            new Ending("ente", "ent", "ente"),
            new Ending("aise", "ais", "aise"),
            new Ending("oise", "ois", "oise"),
            new Ending("ee", "e", "ee"),
            new Ending("esse", "e", "esse"),
            new Ending("se", "r", "se"),
            new Ending("se", "x", "se"),
            new Ending("sse", "", "sse"),
            new Ending("se", "", "se"),
            new Ending("ne", "", "ne"),
            new Ending("le", "", "le"),
            new Ending("te", "", "te"),
            new Ending("e", "", "e"));

    private static final String SEPARATORS = "·•∙‧⋅・.‐–/_*:-";

    /** The masculine, a separator, the feminine's ending, and an s for the plural of both, with or without a separator. */
    private static final Pattern FORM = Pattern.compile("(?<!\\p{L})(?<base>\\p{L}{2,}+)[(" + SEPARATORS + "](?<ending>"
            + endings() + ")\\)?(?:[(" + SEPARATORS + "]?(?<plural>s)\\)?)?(?![\\p{L}\\p{N}])");

    private static final Pattern CAPITAL = Pattern.compile("(?<=\\p{Ll}{2})E(?=[sS]?(?![\\p{L}\\p{N}]))");

    private InclusiveForms() {}

    /** Where such words are; {@link #words} tells which of a match. */
    static Matcher in(String plain) {
        return FORM.matcher(plain);
    }

    /** Writes {@code chargéE} as {@code chargé·e}, which is lost in lower case. */
    static String withSeparators(String text) {
        return CAPITAL.matcher(text).replaceAll("·e");
    }

    /** The masculine, the feminine, and the plural of both where it is meant. */
    static List<String> words(Matcher form) {
        var base = form.group("base");
        boolean plural = form.group("plural") != null;
        var words = new ArrayList<String>();
        words.add(base);
        if (plural && !base.endsWith("s")) {
            words.add(base + "s");
        }
        var feminine = feminine(plural && base.endsWith("s") ? base.substring(0, base.length() - 1) : base, form);
        words.add(feminine);
        if (plural) {
            words.add(feminine + "s");
        }
        return words;
    }

    private static String feminine(String masculine, Matcher form) {
        var written = form.group("ending");
        return ENDINGS.stream()
                .filter(ending -> ending.written().equals(written) && masculine.endsWith(ending.replaced()))
                .findFirst()
                .map(ending -> masculine.substring(
                                0, masculine.length() - ending.replaced().length())
                        + ending.feminine())
                .orElse(masculine);
    }

    private static String endings() {
        return ENDINGS.stream().map(Ending::written).distinct().collect(Collectors.joining("|"));
    }
}
