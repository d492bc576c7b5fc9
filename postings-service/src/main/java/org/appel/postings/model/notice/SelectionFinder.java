package org.appel.postings.model.notice;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.appel.postings.model.Section.Kind;
import org.appel.postings.model.SelectionStep;

/** By which steps candidates are chosen, in the order in which the notice names them. */
final class SelectionFinder {

    private static final Map<SelectionStep, Pattern> STEPS = new EnumMap<>(Map.of(
            SelectionStep.WRITTEN_TEST,
            Pattern.compile(
                    "\\btests? ecrits?\\b|\\bepreuves? ecrites?\\b|\\bexamen ecrit\\b|\\bwritten (?:test|exam|assessment)"),
            SelectionStep.PANEL_INTERVIEW,
            Pattern.compile("\\bentretiens?\\b[^.;]*\\b(?:panel|jury|comite|commission)\\b|\\b(?:panel|jury"
                    + "|competency-based) (?:interview|entretien)|\\binterviews?\\b[^.;]*\\bpanel\\b")));

    private static final Pattern NEGATION = Pattern.compile("\\b(?:no|not|pas|aucune?|sans|without)\\b[^.;,]{0,30}$");
    private static final Pattern INTERVIEW = Pattern.compile("\\bentretiens?\\b|\\binterviews?\\b");

    private SelectionFinder() {}

    static List<SelectionStep> find(Notice notice, Notes notes) {
        var steps = new TreeMap<Integer, SelectionStep>();
        int before = 0;
        for (var sentence : notice.in(Kind.HOW_TO_APPLY).toList()) {
            for (var step : STEPS.keySet()) {
                var said = STEPS.get(step).matcher(sentence.plain());
                if (!steps.containsValue(step)
                        && said.find()
                        && !sentence.before(said.start()).says(NEGATION)) {
                    steps.put(before + said.start(), step);
                    notes.found("/selection", sentence.text());
                }
            }
            before += sentence.text().length() + 1;
        }
        if (!steps.containsValue(SelectionStep.PANEL_INTERVIEW)) {
            notice.in(Kind.HOW_TO_APPLY)
                    .filter(sentence -> sentence.says(INTERVIEW))
                    .findFirst()
                    .ifPresent(sentence ->
                            notes.doubt("/selection", "names an interview, and not whose", sentence.text()));
        }
        return List.copyOf(steps.values());
    }
}
