package org.appel.postings.model.notice;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The grade, as the United Nations' system has them, or behind its name. */
final class GradeFinder {

    private static final Pattern IN_TITLE =
            Pattern.compile("\\((P|NO|GS|D|(?:P|G|D|GS|FS|IICA|LICA|SB)-?\\d{1,2}|NO-?[A-E])\\)");
    private static final Pattern LABEL =
            Pattern.compile("^(?:[Gg]rade|[Cc]lasse(?: du poste)?|[Cc]at[ée]gorie(?: du poste)?|[Cc]lassification"
                    + "|[Ll]evel) ?: ?((?:[A-Z]{1,4}[- ]?\\d{1,2}|P|NO|GS|D|NO-?[A-E])\\b)");

    private GradeFinder() {}

    static @Nullable String find(Notice notice, Notes notes) {
        var inTitle = IN_TITLE.matcher(notice.layout().title());
        if (inTitle.find()) {
            notes.found("/grade", notice.layout().title());
            return inTitle.group(1);
        }
        for (var sentence : notice.sentences()) {
            var label = LABEL.matcher(sentence.text());
            if (label.find()) {
                notes.found("/grade", sentence.text());
                return label.group(1).strip();
            }
        }
        return null;
    }
}
