package org.appel.postings.model.notice;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What the notice says of the right to work in a country, in its words. */
final class WorkPermitFinder {

    private static final Pattern PERMIT = Pattern.compile(
            "\\b(?:permis de travail|autorisation de travail|droit de travailler|(?:valid )?work permit|(?:right|authori[sz]ation|eligible|authori[sz]ed) to work)\\b");
    private static final Pattern END = Pattern.compile("\\s*[.;]*$");

    private WorkPermitFinder() {}

    static @Nullable String find(Notice notice, Notes notes) {
        for (var sentence : notice.sentences()) {
            var permit = PERMIT.matcher(sentence.plain());
            if (permit.find()) {
                notes.found("/workPermit", sentence.text());
                return END.matcher(sentence.text().substring(permit.start())).replaceFirst("");
            }
        }
        return null;
    }
}
