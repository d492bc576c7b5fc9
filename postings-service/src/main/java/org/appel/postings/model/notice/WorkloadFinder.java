package org.appel.postings.model.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.appel.postings.model.Section.Kind;

/** How much of a full-time post it is. What splits the duties, and what a pay is based on, says nothing about it. */
final class WorkloadFinder {

    private static final String POINTER = "/workloadPercent";
    private static final int FULL = 100;
    private static final int HALF = 50;

    private static final Pattern IN_TITLE = Pattern.compile("(?<!\\d)(\\d{1,3}) ?%");
    private static final Pattern SAID = Pattern.compile(
            "(?:taux d'(?:activite|occupation)|charge de travail|temps de travail|workload|activity rate"
                    + "|level of employment)[^.;%]{0,25}?(?<!\\d)(\\d{1,3}) ?%(?! (?:de|d'|of|travel|en )\\b)"
                    + "|(?<!\\d)(\\d{1,3}) ?% (?:workload|position|post\\b(?! adjustment)|fte|etp"
                    + "|d'un (?:temps plein|plein temps))");
    private static final Pattern RANGE =
            Pattern.compile("(?<!\\d)\\d{1,3} ?%? ?(?:-|/|a|to|et|and|ou|or) ?\\d{1,3} ?%");
    private static final Pattern PART_TIME = Pattern.compile(
            "\\btemps partiel\\b|\\bpart[- ]time\\b|\\bnot an? full[- ]time\\b|\\bpas a (?:plein temps|temps plein)\\b");
    private static final String OF_THE_POST = "\\b(?:poste|contrat|emploi|position|post|job|contract)\\b[^.;]{0,30}\\b";
    private static final Pattern FULL_TIME = Pattern.compile(OF_THE_POST + "(?:(?:a )?temps plein"
            + "|(?:a )?plein temps|full[- ]time)\\b"
            + "|\\bfull[- ]time (?:position|post|contract|job)\\b");
    private static final Pattern PAST = Pattern.compile("\\bexperience\\b|\\b(?:ans|years)\\b");
    private static final Pattern HALF_TIME = Pattern.compile(OF_THE_POST + "(?:mi-temps|half[- ]time)\\b");

    private WorkloadFinder() {}

    static Optional<Integer> find(Notice notice, Notes notes) {
        var said = new Readings<Integer>();
        var ranges = new ArrayList<String>();
        var titleLine = notice.layout().titleLine();
        if (titleLine != null) {
            read(IN_TITLE, Sentence.of(titleLine, Kind.OTHER), said, ranges);
        }
        for (var sentence : notice.sentences()) {
            read(SAID, sentence, said, ranges);
            if (sentence.says(FULL_TIME) && !sentence.says(PAST)) {
                said.add(FULL, sentence.text());
            }
            if (sentence.says(HALF_TIME)) {
                said.add(HALF, sentence.text());
            }
            if (sentence.says(PART_TIME) && sentence.says(FULL_TIME)) {
                ranges.add(sentence.text());
            }
        }
        if (!ranges.isEmpty()) {
            ranges.forEach(words -> notes.doubt(POINTER, "is one of several", words));
            return Optional.empty();
        }
        return said.only(POINTER, percent -> "is said in more than one way, here as " + percent + " %", notes);
    }

    private static void read(Pattern pattern, Sentence sentence, Readings<Integer> said, List<String> ranges) {
        var found = sentence.all(pattern).toList();
        if (!found.isEmpty() && sentence.says(RANGE)) {
            ranges.add(sentence.text());
            return;
        }
        for (var each : found) {
            var digits = each.group(1) != null || each.groupCount() == 1 ? each.group(1) : each.group(2);
            int percent = Integer.parseInt(digits);
            if (percent >= 1 && percent <= FULL) {
                said.add(percent, sentence.text());
            }
        }
    }
}
