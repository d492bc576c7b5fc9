package org.appel.postings.model.notice;

import java.util.Optional;
import java.util.regex.Pattern;

/** What the post is called. */
final class TitleFinder {

    /** "Le Directeur de la promotion joue un rôle central". */
    private static final Pattern SUBJECT = Pattern.compile(
            "^(?:le |la |l'|the )(.{3,100}?) (?:joue|sera|est chargee?|est responsable|assure|aura|travaille"
                    + "|dirige|plays|will|is responsible|reports)\\b");
    /** Then the sentence is about the organisation. */
    private static final Pattern NO_POST = Pattern.compile(
            "^(?:presente?|organisation|association|fondation|equipe|bureau|secretariat|conseil|team|office"
                    + "|applications?|candidatures?|candidate?s?|dossiers?|selection|contrat|contract)\\b.*");

    private static final Pattern NO_TITLE = Pattern.compile("[.;!?…]$|[:@]");

    private TitleFinder() {}

    /** Empty if nothing names it. */
    static String find(Notice notice, Notes notes) {
        var titleLine = notice.layout().titleLine();
        if (titleLine != null) {
            notes.found(pointer(notice), titleLine);
            lineBelow(notice).ifPresent(line -> notes.doubt(pointer(notice), "may be the line below it", line));
            return notice.layout().title();
        }
        return notice.sentences().stream()
                .findFirst()
                .map(first -> ofSentence(first, pointer(notice), notes))
                .orElse("");
    }

    /** What is no sentence, and no section's heading or label either: the title may stand above or below. */
    private static Optional<String> lineBelow(Notice notice) {
        return notice.layout().sections().stream()
                .limit(1)
                .filter(section -> section.heading() == null)
                .flatMap(section -> section.paragraphs().stream().limit(1))
                .filter(line -> line.length() <= Layout.LONGEST_TITLE
                        && !NO_TITLE.matcher(line).find())
                .findFirst();
    }

    private static String ofSentence(Sentence first, String pointer, Notes notes) {
        var subject = SUBJECT.matcher(first.plain());
        if (!subject.find() || NO_POST.matcher(subject.group(1)).matches()) {
            return "";
        }
        notes.doubt(pointer, "stands in no line of its own; it was taken from the first sentence", first.text());
        return first.text().substring(subject.start(1), subject.end(1));
    }

    private static String pointer(Notice notice) {
        return "/texts/" + notice.language() + "/title";
    }
}
