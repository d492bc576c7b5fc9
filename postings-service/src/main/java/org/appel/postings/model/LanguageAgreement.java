package org.appel.postings.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.appel.postings.model.facts.Fact;
import org.appel.postings.model.facts.Fact.Amount;
import org.appel.postings.model.facts.Fact.Named;
import org.appel.postings.model.facts.FactReader;
import org.appel.postings.model.facts.MonthNames;
import org.appel.postings.model.facts.NumberWords;
import org.appel.postings.model.facts.PlaceNames;
import org.appel.postings.model.facts.Plain;

/**
 * Whether the language versions of a notice say the same: amounts, percentages, counts, dates, times, addresses and
 * places. Each version is compared with the original, section by section where both have the same sections, else as a
 * whole.
 *
 * <p>It is made to be quiet where translators differ for good reasons: "5 jours" may be "five days", "les autorités
 * libyennes" may be "the authorities of Libya", and a page may have one address for each language. A place that is left
 * out of a paragraph is only named if the version does not name it anywhere. Numbers in words are not compared with each
 * other, and in languages that decline names, places are not compared. Where a section has the same paragraphs, one that
 * says something in the place of something else is named even if the section says both; what changes places within one
 * paragraph is not seen.
 */
public final class LanguageAgreement {

    /** Numbers up to this may be words in a language of which {@link NumberWords} knows none. */
    private static final int OFTEN_A_WORD = 12;

    /** Of both texts. Comparing takes time in proportion to the square; no notice has a tenth as many. */
    private static final int MOST_FACTS = 5_000;

    private static final Set<String> WITH_NUMBER_WORDS = Set.of("fr", "en");
    private static final Set<String> YEARS = Set.of("an", "ans", "annee", "annees", "year", "years");
    private static final Set<String> WEEKS = Set.of("semaine", "semaines", "week", "weeks");
    private static final Set<String> DAYS = Set.of("jour", "jours", "day", "days", "quinzaine", "fortnight");

    private final String original;
    private final String language;
    private final FactReader reader;
    private final PlaceNames places;
    private final Text whole;
    private final Text version;

    private LanguageAgreement(JobAd ad, String original, String language, FactReader reader, PlaceNames places) {
        this.original = original;
        this.language = language;
        this.reader = reader;
        this.places = places;
        whole = Objects.requireNonNull(ad.texts().get(original));
        version = Objects.requireNonNull(ad.texts().get(language));
    }

    /**
     * Every disagreement of a language version with the original.
     *
     * @return with pointers into the version: to the paragraph that says something else, or where the original's
     *     counterpart stands; empty if all agree, or if there is nothing to compare
     */
    public static List<Gap> disagreements(JobAd ad) {
        var original = ad.originalLanguage();
        if (original == null || !ad.texts().containsKey(original) || ad.texts().size() == 1) {
            return List.of();
        }
        var places = PlaceNames.of(ad.texts().keySet(), cities(ad));
        var languages = new HashSet<>(ad.texts().keySet());
        languages.addAll(WITH_NUMBER_WORDS);
        var reader = new FactReader(new MonthNames(languages), places);
        return ad.texts().keySet().stream()
                .filter(language -> !language.equals(original))
                .flatMap(language -> new LanguageAgreement(ad, original, language, reader, places).gaps().stream())
                .toList();
    }

    private static List<String> cities(JobAd ad) {
        return ad.places().stream()
                // "Home-based" may stand where a city would.
                .filter(place -> place.arrangement() != Place.Arrangement.REMOTE)
                .map(Place::city)
                .filter(Objects::nonNull)
                .toList();
    }

    /** A fact and the place where it stands: a pointer below the text's own, such as {@code /sections/2/items/0}. */
    private record Found(Fact fact, String at) {}

    /** What a part of a text says, in digits and in words. */
    private record Part(List<Found> facts, Set<Integer> inWords, Set<String> words) {}

    private List<Gap> gaps() {
        var gaps = new ArrayList<Gap>();
        if (facts(original, whole) + facts(language, version) > MOST_FACTS) {
            gaps.add(new Gap(
                    pointer(""),
                    "has, with the original (" + original + "), more than " + MOST_FACTS
                            + " numbers, dates and names, too many to compare: confirm that they agree"));
            return gaps;
        }
        title(gaps);
        if (!version.sections().isEmpty()) {
            if (kinds(whole).equals(kinds(version))) {
                sections(gaps);
            } else {
                var comparison = new Comparison(
                        part(original, Stream.of(body(whole))), part(language, Stream.of(body(version))));
                report(comparison, "", gaps);
            }
        }
        return gaps;
    }

    private int facts(String of, Text text) {
        return part(of, Stream.of(Map.of("/title", text.title()), body(text)))
                .facts()
                .size();
    }

    /** A title may leave out what the text says, but must not say anything else. */
    private void title(List<Gap> gaps) {
        var said = part(original, Stream.of(Map.of("/title", whole.title())));
        var all = part(original, Stream.of(Map.of("/title", whole.title()), body(whole)));
        var comparison = new Comparison(said, part(language, Stream.of(Map.of("/title", version.title()))));
        comparison.extra.removeIf(
                extra -> all.facts().stream().anyMatch(each -> each.fact().agrees(extra.fact())));
        comparison.pair();
        comparison.missing.clear();
        report(comparison, "/title", gaps);
    }

    private void sections(List<Gap> gaps) {
        var comparisons = IntStream.range(0, whole.sections().size())
                .mapToObj(i -> new Comparison(
                        part(original, Stream.of(section(whole, i))), part(language, Stream.of(section(version, i)))))
                .toList();
        comparisons.forEach(Comparison::pair);
        forgive(comparisons);
        for (int i = 0; i < comparisons.size(); i++) {
            share(i, gaps);
            report(comparisons.get(i), "/sections/" + i, gaps);
            exchanges(i, comparisons.get(i), gaps);
        }
    }

    /** What a paragraph says in the place of something that stands in another one: 80 and 20 %, or two dates. */
    private void exchanges(int number, Comparison section, List<Gap> gaps) {
        var theirs = section(whole, number);
        var mine = section(version, number);
        if (!theirs.keySet().equals(mine.keySet())) {
            return;
        }
        theirs.forEach((at, text) -> {
            var paragraph = theirs.size() == 1
                    ? section
                    : new Comparison(
                            part(original, Stream.of(Map.of(at, text))),
                            part(language, Stream.of(Map.of(at, Objects.requireNonNull(mine.get(at))))));
            paragraph.exchanged(section).forEach((missing, extra) -> {
                var gap = instead(missing, extra);
                if (!gaps.contains(gap)) {
                    gaps.add(gap);
                }
            });
        });
    }

    private Gap instead(Found missing, Found extra) {
        return new Gap(
                pointer(extra.at()),
                "says “" + extra.fact().said() + "” where the original (" + original + ") says “"
                        + missing.fact().said() + "”");
    }

    /** What moved from one section to another is there; so is a place that the text names somewhere else. */
    private static void forgive(List<Comparison> comparisons) {
        for (var one : comparisons) {
            for (var other : comparisons) {
                one.missing.removeIf(
                        missing -> other.extra.removeIf(extra -> extra.fact().agrees(missing.fact())));
            }
        }
        for (var one : comparisons) {
            one.missing.removeIf(missing -> missing.fact() instanceof Named
                    && comparisons.stream().anyMatch(other -> says(other.version, missing.fact())));
            one.extra.removeIf(extra -> extra.fact() instanceof Named
                    && comparisons.stream().anyMatch(other -> says(other.original, extra.fact())));
        }
    }

    private void share(int section, List<Gap> gaps) {
        var mine = version.sections().get(section).share();
        var theirs = whole.sections().get(section).share();
        if (mine != null && theirs != null && !mine.equals(theirs)) {
            gaps.add(new Gap(
                    pointer("/sections/" + section + "/share"),
                    "is " + mine + " where the original (" + original + ") has " + theirs));
        }
    }

    private void report(Comparison comparison, String part, List<Gap> gaps) {
        comparison.pair();
        var named = new ArrayList<Gap>();
        comparison.pairs.forEach((missing, extra) -> named.add(instead(missing, extra)));
        comparison.missing.forEach(missing -> named.add(new Gap(
                pointer(counterpart(missing.at(), part)),
                "does not say “" + missing.fact().said() + "”, which the original (" + original + ") says")));
        comparison.extra.forEach(extra -> named.add(new Gap(
                pointer(extra.at()),
                "says “" + extra.fact().said() + "”, which the original (" + original + ") does not say")));
        named.stream().distinct().forEach(gaps::add);
    }

    /** Where the version has the same paragraph, if it has as many of them as the original, else the part as a whole. */
    private String counterpart(String at, String part) {
        return !part.isEmpty() && shape(whole, part).equals(shape(version, part)) ? at : part;
    }

    private static Set<String> shape(Text text, String part) {
        return Stream.of(Map.of("/title", text.title()), body(text))
                .flatMap(each -> each.keySet().stream())
                .filter(at -> at.startsWith(part + "/") || at.equals(part))
                .collect(Collectors.toSet());
    }

    private String pointer(String below) {
        return "/texts/" + language + below;
    }

    private Part part(String of, Stream<Map<String, String>> texts) {
        var facts = new ArrayList<Found>();
        var inWords = new HashSet<Integer>();
        var words = new HashSet<String>();
        texts.forEach(each -> each.forEach((at, text) -> {
            reader.read(text, of).forEach(fact -> facts.add(new Found(fact, at)));
            var plain = Plain.of(Plain.compose(text));
            inWords.addAll(NumberWords.in(plain));
            words.addAll(PlaceNames.words(plain));
        }));
        return new Part(facts, inWords, words);
    }

    private static List<Section.Kind> kinds(Text text) {
        return text.sections().stream().map(Section::kind).toList();
    }

    private static Map<String, String> body(Text text) {
        var texts = new LinkedHashMap<String, String>();
        for (int i = 0; i < text.sections().size(); i++) {
            texts.putAll(section(text, i));
        }
        return texts;
    }

    private static Map<String, String> section(Text text, int number) {
        var texts = new LinkedHashMap<String, String>();
        var section = text.sections().get(number);
        var at = "/sections/" + number;
        if (section.heading() != null) {
            texts.put(at + "/heading", section.heading());
        }
        for (int i = 0; i < section.paragraphs().size(); i++) {
            texts.put(at + "/paragraphs/" + i, section.paragraphs().get(i));
        }
        for (int i = 0; i < section.items().size(); i++) {
            texts.put(at + "/items/" + i, section.items().get(i));
        }
        return texts;
    }

    private static boolean says(Part part, Fact fact) {
        return part.facts().stream().anyMatch(each -> each.fact().agrees(fact));
    }

    /** Two parts beside each other, and what one of them says and the other does not. */
    private final class Comparison {

        private final Part original;
        private final Part version;
        private final List<Found> missing;
        private final List<Found> extra;
        private final Map<Found, Found> pairs = new LinkedHashMap<>();

        Comparison(Part original, Part version) {
            this.original = original;
            this.version = version;
            missing = onlyIn(original, version);
            extra = onlyIn(version, original);
        }

        private List<Found> onlyIn(Part one, Part other) {
            var only = new ArrayList<Found>();
            for (var each : one.facts()) {
                boolean known = only.stream()
                        .anyMatch(before ->
                                before.fact().agrees(each.fact()) && before.at().equals(each.at()));
                if (!known && !says(other, each.fact()) && !isExcused(each.fact(), other)) {
                    only.add(each);
                }
            }
            return only;
        }

        private boolean isExcused(Fact fact, Part other) {
            return switch (fact) {
                case Amount amount -> other.inWords().stream().anyMatch(amount::isWhole);
                case Named _ -> !PlaceNames.LANGUAGES.containsAll(languages());
                case Fact.AtTime time ->
                    time.time().getMinute() == 0
                            && other.inWords().contains(time.time().getHour());
                case Fact.Currency _, Fact.OnDay _, Fact.Address _ -> false;
            };
        }

        /** Joins what is missing with what stands in its place: first in the same paragraph, then anywhere. */
        void pair() {
            pair(true);
            pair(false);
            excuse(missing, version);
            excuse(extra, original);
        }

        private void pair(boolean samePlace) {
            for (var lost : List.copyOf(missing)) {
                extra.stream()
                        .filter(each -> each.fact().isLike(lost.fact()))
                        .filter(each -> !samePlace || each.at().equals(lost.at()))
                        .findFirst()
                        .ifPresent(found -> {
                            pairs.put(lost, found);
                            missing.remove(lost);
                            extra.remove(found);
                        });
            }
        }

        /**
         * What stands alone may be there in another form: a small number as a word, months as a year, a country as
         * an adjective.
         */
        private void excuse(List<Found> alone, Part other) {
            boolean wordsAreKnown = WITH_NUMBER_WORDS.containsAll(languages());
            alone.removeIf(each -> each.fact() instanceof Amount amount
                    && !wordsAreKnown
                    && IntStream.rangeClosed(0, OFTEN_A_WORD).anyMatch(amount::isWhole));
            alone.removeIf(each -> each.fact() instanceof Amount amount
                    && amount.isInYears(other.inWords())
                    && !Collections.disjoint(YEARS, other.words()));
            alone.removeIf(each -> each.fact() instanceof Amount amount
                    && (amount.isInWeeks(other.inWords()) && !Collections.disjoint(WEEKS, other.words())
                            || amount.isInDays(other.inWords()) && !Collections.disjoint(DAYS, other.words())));
            alone.removeIf(each -> each.fact() instanceof Named named && places.isHintedAt(named, other.words()));
        }

        /**
         * What stands in the place of what, though the section says both: each fact is matched with one, and what is left
         * over on both sides counts the same kind of thing.
         */
        Map<Found, Found> exchanged(Comparison section) {
            var lost = new ArrayList<>(original.facts());
            var found = new ArrayList<>(version.facts());
            match(lost, found, true);
            match(lost, found, false);
            lost.removeIf(each -> isExcused(each.fact(), version) || !says(section.version, each.fact()));
            found.removeIf(each -> isExcused(each.fact(), original) || !says(section.original, each.fact()));
            var exchanged = new LinkedHashMap<Found, Found>();
            for (var each : lost) {
                found.stream()
                        .filter(other -> mayBeExchanged(each.fact(), other.fact()))
                        .findFirst()
                        .ifPresent(other -> {
                            exchanged.put(each, other);
                            found.remove(other);
                        });
            }
            return exchanged;
        }

        private static void match(List<Found> some, List<Found> others, boolean onlyUnmistakable) {
            some.removeIf(each -> {
                for (int i = 0; i < others.size(); i++) {
                    var other = others.get(i).fact();
                    if (each.fact().agrees(other)
                            && (!onlyUnmistakable || each.fact().isUnmistakable() && other.isUnmistakable())) {
                        others.remove(i);
                        return true;
                    }
                }
                return false;
            });
        }

        /** Places and currencies are named here and there as the language likes. */
        private static boolean mayBeExchanged(Fact one, Fact other) {
            return switch (one) {
                case Amount amount -> other instanceof Amount another && amount.unit() == another.unit();
                case Fact.OnDay _, Fact.AtTime _, Fact.Address _ -> one.isLike(other);
                case Fact.Currency _, Named _ -> false;
            };
        }

        private Set<String> languages() {
            return Set.of(LanguageAgreement.this.original, language);
        }
    }
}
