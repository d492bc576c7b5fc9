package org.appel.postings.model.notice;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The organisation's own number for the post. */
final class ReferenceFinder {

    private static final Pattern LABEL = Pattern.compile(
            "(?i)(?:^|[(\\s])(?:r[ée]f[ée]rence(?: du poste)?|r[ée]f\\.?|num[ée]ro (?:de|du) (?:poste"
                    + "|r[ée]f[ée]rence)|vacancy (?:number|no\\.?)|job id"
                    + "|reference(?: number)?)\\s?[:°#]\\s?((?=[^\\s,;)]*\\d)[\\p{L}\\d][\\p{L}\\d/_.-]{2,39}[\\p{L}\\d])");

    private ReferenceFinder() {}

    static @Nullable String find(Notice notice, Notes notes) {
        for (var sentence : notice.sentences()) {
            var label = LABEL.matcher(sentence.text());
            if (label.find()) {
                notes.found("/reference", sentence.text());
                return label.group(1);
            }
        }
        return null;
    }
}
