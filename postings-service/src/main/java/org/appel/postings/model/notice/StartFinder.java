package org.appel.postings.model.notice;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Start;
import org.appel.postings.model.facts.Fact.OnDay;

/** When the work begins. */
final class StartFinder {

    private static final String POINTER = "/start";

    private static final Pattern START =
            Pattern.compile("\\bentree en (?:fonctions?|service)\\b|\\bdate (?:de |du )?debut\\b|\\bdebut (?:du contrat"
                    + "|de (?:la )?mission|souhaite|prevu|des? (?:le|que))\\b|^debut\\b"
                    + "|\\bprise de (?:fonctions?|poste)\\b|\\bstart(?:ing)? date\\b|\\bstarting (?:on|in"
                    + "|from)\\b|\\bcommenc(?:ing|ement)\\b");
    private static final Pattern OF_OTHER_THINGS =
            Pattern.compile("\\bentretiens?\\b|\\binterviews?\\b|\\btests?\\b|\\b(?:du projet|of the project"
                    + "|project start)\\b|\\bprogramme,? starting\\b");
    private static final Pattern ASAP = Pattern.compile(
            "\\bdes que possible\\b|\\bau plus (?:tot|vite)\\b|\\bimmediate(?:ment|ly)?\\b|\\bde suite\\b"
                    + "|\\bas soon as possible\\b|\\basap\\b");
    private static final Pattern PROVISIONAL =
            Pattern.compile("\\bprovisoire|\\ba convenir\\b|\\bto be agreed\\b|\\bby agreement\\b|\\bau plus tard\\b"
                    + "|\\bsouhaitee?\\b|\\bprovisional|\\bprevisionnel|\\btentative|\\benvisage|\\bindicati"
                    + "|\\bexpected\\b|\\bestime");

    private StartFinder() {}

    static @Nullable Start find(Notice notice, Notes notes) {
        var said = new Readings<Start>();
        notice.saying(START).filter(sentence -> !sentence.says(OF_OTHER_THINGS)).forEach(sentence -> {
            for (var day : notice.facts(sentence.text(), OnDay.class)) {
                start(day, sentence.says(PROVISIONAL))
                        .ifPresentOrElse(
                                start -> said.add(start, sentence.text()),
                                () -> notes.doubt(POINTER, Days.unclear(day), sentence.text()));
            }
            if (sentence.says(ASAP)) {
                said.add(new Start.AsSoonAsPossible(), sentence.text());
            }
        });
        return said.only(POINTER, _ -> "is said in more than one way", notes).orElse(null);
    }

    private static Optional<Start> start(OnDay day, boolean provisional) {
        return Days.day(day)
                .<Start>map(date -> new Start.OnDate(date, provisional))
                .or(() -> Days.month(day).map(month -> new Start.InMonth(month, provisional)));
    }
}
