package org.appel.notification.letters;

import java.util.Objects;

import io.quarkus.qute.TemplateInstance;

import org.appel.notification.letters.Templates.Frame;
import org.appel.notification.model.Language;
import org.appel.notification.model.LetterContent;
import org.appel.notification.model.StrangersText;

/** A letter before it is rendered, once as text and once as a page. */
record Draft(Frame frame, TemplateInstance page) {

    /** The title of the posting, on one line; empty if the letter is about none. */
    static String title(LetterContent content, Language language) {
        var posting = content.posting();
        return posting == null ? "" : StrangersText.oneLine(posting.titleIn(language));
    }

    /**
     * @param preview the line that mailboxes show beside the subject
     * @param heading the title of the posting, or what else the letter is about
     */
    static Frame frame(LetterContent content, Language language, String subject, String preview, String heading) {
        var posting = content.posting();
        return new Frame(
                language.code(),
                subject,
                preview,
                content.organisationName(),
                heading,
                posting == null ? "" : Objects.requireNonNullElse(posting.reference(), ""));
    }
}
