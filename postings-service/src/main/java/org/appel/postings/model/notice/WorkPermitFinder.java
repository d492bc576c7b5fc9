package org.appel.postings.model.notice;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What the notice says of the right to work in a country, in its words. */
final class WorkPermitFinder {

    private static final Pattern PERMIT =
            Pattern.compile("\\b(?:permis de travail|autorisation de travail|droit de travailler|(?:valid )?work permit"
                    + "|(?:right|authori[sz]ation|eligible|authori[sz]ed) to work)\\b");
    private static final Pattern NEGATION =
            Pattern.compile("\\b(?:no|not|cannot|unable|pas|aucune?|sans|without)\\b[^.;]{0,40}$");
    private static final Pattern END = Pattern.compile("\\s*[.;]*$");

    private WorkPermitFinder() {}

    static @Nullable String find(Notice notice, Notes notes) {
        for (var sentence : notice.sentences()) {
            var permit = PERMIT.matcher(sentence.plain());
            if (permit.find()) {
                if (sentence.before(permit.start()).says(NEGATION)) {
                    notes.doubt("/workPermit", "is spoken of as not needed", sentence.text());
                    return null;
                }
                notes.found("/workPermit", sentence.text());
                return END.matcher(sentence.from(permit.start()).text()).replaceFirst("");
            }
        }
        return null;
    }
}
