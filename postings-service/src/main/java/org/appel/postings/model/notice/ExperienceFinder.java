package org.appel.postings.model.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Experience;
import org.appel.postings.model.Section.Kind;
import org.appel.postings.model.facts.NumberWords;

/**
 * How many years of experience are asked for. What a part of them must have been spent on ("dont au moins 7 ans", "three
 * of them") is left to the notice.
 */
final class ExperienceFinder {

    private static final String POINTER = "/experienceYears";

    private static final Pattern EXPERIENCE = Pattern.compile("\\bexperience\\b");
    private static final String NUMBER = "(\\d{1,2}|\\p{L}+)";
    private static final String YEARS = "(?:ans?|annees?|years?)\\b'?";
    /** "Five (5)", "5+". */
    private static final String AFTER_NUMBER = "(?: ?\\(\\d{1,2}\\))? ?\\+? ";

    private static final String NUMBER_OF_YEARS = "\\b" + NUMBER + AFTER_NUMBER + YEARS;
    /** No other number stands between them. */
    private static final String OF_EXPERIENCE =
            " (?:(?!(?:ans?|annees?|years?)\\b)[^\\d\\s]\\S* ){0,6}?(?:d'|l')?experience\\b";

    private static final Pattern RANGE =
            Pattern.compile("\\b" + NUMBER + " ?(?:a|et|to|and|-) ?" + NUMBER + " " + YEARS + OF_EXPERIENCE);
    private static final Pattern AT_LEAST =
            Pattern.compile(NUMBER_OF_YEARS + OF_EXPERIENCE + "|\\bexperience\\b[^.;\\d]{0,60}?" + NUMBER_OF_YEARS);
    private static final Pattern OF_STUDIES =
            Pattern.compile("\\betudes\\b|\\bstudies\\b|\\bdegree\\b|\\bdiplome|\\bbac\\b|\\bformation\\b");
    private static final Pattern ANY_YEARS = Pattern.compile("\\b\\d{1,2}" + AFTER_NUMBER + YEARS);
    private static final Pattern ALTERNATIVE = Pattern.compile("\\b(?:ou|or) (?:\\S+ ){0,3}?\\d{1,2} " + YEARS);
    private static final Pattern ITS_OWN =
            Pattern.compile("^(?:forte? de|avec plus de|with (?:over|more than|its|nearly))\\b|\\b(?:notre"
                    + "|our) (?:association|organi[sz]ation|ong|ngo)\\b");
    private static final Pattern OR = Pattern.compile("\\b(?:ou|or)\\b");
    private static final Pattern EACH = Pattern.compile(NUMBER_OF_YEARS);
    private static final Pattern MOST =
            Pattern.compile("\\b(?:moins de|less than|up to|jusqu'a|maximum|no more than|au plus)\\b");
    private static final Pattern PART_OF_IT =
            Pattern.compile("\\bdont\\b|\\bof which\\b|\\bincluding\\b|\\by compris\\b");

    private ExperienceFinder() {}

    static @Nullable Experience find(Notice notice, Notes notes) {
        List<Map.Entry<Experience, Sentence>> asked = new ArrayList<>();
        notice.saying(EXPERIENCE)
                .filter(sentence -> sentence.kind() != Kind.ABOUT && !sentence.says(ITS_OWN))
                .forEach(whole -> {
                    var sentence = withoutParts(whole);
                    var years = years(sentence);
                    if (years.size() == 1 && !sentence.says(MOST) && !namesOthers(sentence, years.getFirst())) {
                        asked.add(Map.entry(years.getFirst(), sentence));
                    } else if (!years.isEmpty()) {
                        notes.doubt(POINTER, "may be meant otherwise, and was not taken", whole.text());
                    }
                });
        if (asked.isEmpty()) {
            return null;
        }
        var first = asked.getFirst();
        notes.found(POINTER, first.getValue().text());
        asked.stream()
                .filter(other -> !other.getKey().equals(first.getKey()))
                .forEach(other -> notes.doubt(
                        POINTER,
                        "is said in more than one way; the first was taken",
                        other.getValue().text()));
        return first.getKey();
    }

    private static Sentence withoutParts(Sentence sentence) {
        var part = PART_OF_IT.matcher(sentence.plain());
        return part.find() ? sentence.before(part.start()) : sentence;
    }

    /** More than one if the sentence can be read in several ways. */
    private static List<Experience> years(Sentence sentence) {
        var range = RANGE.matcher(sentence.plain());
        if (range.find()) {
            var from = NumberWords.value(range.group(1));
            var to = NumberWords.value(range.group(2));
            if (from.isPresent() && to.isPresent() && from.get() <= to.get()) {
                return List.of(new Experience(from.get(), to.get()));
            }
        }
        return sentence.all(AT_LEAST)
                .filter(found -> !OF_STUDIES.matcher(found.group()).find())
                .flatMap(found -> NumberWords.value(found.group(1) == null ? found.group(2) : found.group(1)).stream())
                .map(years -> new Experience(years, null))
                .distinct()
                .toList();
    }

    /** "5 years, or 3 years with a degree". */
    private static boolean namesOthers(Sentence sentence, Experience years) {
        boolean isRange = years.to() != null;
        return sentence.says(ALTERNATIVE)
                || !isRange && sentence.says(OR) && namesSeveral(sentence)
                || !isRange
                        && !sentence.says(OF_STUDIES)
                        && sentence.all(ANY_YEARS).count() > 1;
    }

    private static boolean namesSeveral(Sentence sentence) {
        return sentence.all(EACH)
                        .flatMap(each -> NumberWords.value(each.group(1)).stream())
                        .distinct()
                        .count()
                > 1;
    }
}
