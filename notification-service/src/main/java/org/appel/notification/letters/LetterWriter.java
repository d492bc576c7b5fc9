package org.appel.notification.letters;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

import org.appel.notification.model.Language;
import org.appel.notification.model.Letter;
import org.appel.notification.model.LetterContent;
import org.appel.notification.model.LetterContent.AccessLink;
import org.appel.notification.model.LetterContent.ApplicationNotice;
import org.appel.notification.model.LetterContent.IntakeSummary;
import org.appel.notification.model.LetterContent.MailAnswer;
import org.appel.notification.model.LetterContent.MailTaken;
import org.appel.notification.model.LetterContent.RetentionNotice;
import org.appel.notification.model.LetterContent.ToCandidate;
import org.appel.notification.model.LetterContent.WebhookNotice;
import org.appel.notification.model.LetterContent.Withdrawal;
import org.appel.notification.model.Letters;
import org.appel.notification.model.StrangersText;

/** Writes letters with the templates and the words of the language. */
@ApplicationScoped
public class LetterWriter implements Letters {

    LetterWriter() {}

    @Override
    public Letter write(LetterContent content, Language language) {
        var words = words(language);
        var draft =
                switch (content) {
                    case ToCandidate c -> new CandidatePages(language, words).acknowledgement(c);
                    case MailTaken c -> new CandidatePages(language, words).mailTaken(c);
                    case Withdrawal c -> new CandidatePages(language, words).withdrawal(c);
                    case AccessLink c -> new CandidatePages(language, words).accessLink(c);
                    case RetentionNotice c -> new CandidatePages(language, words).retentionNotice(c);
                    case MailAnswer c -> new AnswerPages(language, words).answer(c);
                    case ApplicationNotice c -> new HrPages(language, words).notice(c);
                    case IntakeSummary c -> new HrPages(language, words).summary(c);
                    case WebhookNotice c -> new BoardPages(language, LetterWriter::words).webhookDisabled(c);
                };
        return new Letter(
                language,
                StrangersText.oneLine(draft.frame().subject()),
                render(draft.page(), Variant.TEXT_PLAIN, language),
                render(draft.page(), Variant.TEXT_HTML, language));
    }

    private static Words words(Language language) {
        return MessageBundles.get(Words.class, Localized.Literal.of(language.code()));
    }

    private static String render(TemplateInstance template, String contentType, Language language) {
        return template.setLocale(language.locale())
                .setAttribute(TemplateInstance.SELECTED_VARIANT, Variant.forContentType(contentType))
                .render();
    }
}
