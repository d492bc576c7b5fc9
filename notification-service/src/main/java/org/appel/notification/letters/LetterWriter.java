package org.appel.notification.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

import org.appel.notification.model.Language;
import org.appel.notification.model.Letter;
import org.appel.notification.model.LetterContent;
import org.appel.notification.model.LetterContent.ApplicationNotice;
import org.appel.notification.model.LetterContent.Document;
import org.appel.notification.model.LetterContent.IntakeSummary;
import org.appel.notification.model.LetterContent.ToCandidate;
import org.appel.notification.model.Letters;
import org.appel.notification.model.StrangersText;

/** Writes letters with the templates and the words of the language. */
@ApplicationScoped
public class LetterWriter implements Letters {

    LetterWriter() {}

    @Override
    public Letter write(LetterContent content, Language language) {
        var words = MessageBundles.get(Words.class, Localized.Literal.of(language.code()));
        var title = StrangersText.oneLine(content.posting().titleIn(language));
        return switch (content) {
            case ToCandidate c -> acknowledgement(c, title, language, words);
            case ApplicationNotice c -> notice(c, title, language, words);
            case IntakeSummary c -> summary(c, title, language, words);
        };
    }

    private static Letter acknowledgement(ToCandidate c, String title, Language language, Words words) {
        var update = c.occasion().isUpdate();
        var posting = c.posting();
        var deadline = posting.deadline();
        var page = new Templates.Acknowledgement(
                StrangersText.name(c.name()).orElse(""),
                update,
                Moments.full(c.occasion().receivedAt(), posting.zone(), language),
                c.occasion().application().toString(),
                c.documents().stream().map(document -> label(document, words)).toList(),
                posting.selection().stream()
                        .flatMap(step -> Labels.step(step, words).stream())
                        .toList(),
                c.replaceable(),
                deadline == null ? "" : Moments.last(deadline, language),
                posting.applyAddress() != null);
        var subject = update ? words.ackSubjectUpdated(title) : words.ackSubject(title);
        var frame = frame(c, language, subject, update ? words.ackUpdated(title) : words.ackReceived(title), title);
        return letter(frame, language, Templates.acknowledgement(frame, page), Templates.acknowledgement(frame, page));
    }

    private static Letter notice(ApplicationNotice c, String title, Language language, Words words) {
        var o = c.occasion();
        var page = new Templates.Notice(
                o.isUpdate(),
                o.number(),
                Moments.full(o.receivedAt(), c.posting().zone(), language),
                o.application().toString(),
                o.door().equals("mail"),
                c.link());
        var subject =
                o.isUpdate() ? words.noticeSubjectUpdated(o.number(), title) : words.noticeSubject(o.number(), title);
        var frame = frame(c, language, subject, o.isUpdate() ? words.noticeUpdated() : words.noticeArrived(), title);
        return letter(frame, language, Templates.hrNotice(frame, page), Templates.hrNotice(frame, page));
    }

    private static Letter summary(IntakeSummary c, String title, Language language, Words words) {
        var counts = c.occasion().counts();
        var arrivals = new ArrayList<>(List.of(
                new Templates.Line(words.accepted(), counts.accepted(), false),
                new Templates.Line(words.updated(), counts.updated(), false),
                new Templates.Line(words.duplicate(), counts.duplicate(), false),
                new Templates.Line(words.refused(), counts.refusedInAll(), false)));
        counts.refused()
                .forEach((reason, n) -> arrivals.add(new Templates.Line(Labels.reason(reason, words), n, true)));
        arrivals.add(new Templates.Line(words.unsorted(), counts.unsorted(), false));
        var acks = c.acknowledgements();
        var page = new Templates.Summary(
                Moments.full(
                        c.occasion().closesAt().minusSeconds(60), c.posting().zone(), language),
                c.occasion().applications(),
                arrivals,
                counts.arrived(),
                List.of(
                        new Templates.Line(words.ackSent(), acks.sent(), false),
                        new Templates.Line(words.ackFailed(), acks.failed(), false),
                        new Templates.Line(words.ackSuppressed(), acks.suppressed(), false),
                        new Templates.Line(words.ackPending(), acks.pending(), false)),
                acks.sent() + acks.failed() + acks.suppressed() + acks.pending(),
                Moments.full(c.writtenAt(), c.posting().zone(), language));
        var subject = words.summarySubject(c.occasion().applications(), title);
        var frame = frame(c, language, subject, words.summaryIntro(page.deadline()), title);
        return letter(frame, language, Templates.hrSummary(frame, page), Templates.hrSummary(frame, page));
    }

    private static Templates.Frame frame(
            LetterContent content, Language language, String subject, String preview, String title) {
        var posting = content.posting();
        return new Templates.Frame(
                language.code(),
                subject,
                preview,
                posting.organisationName(),
                title,
                Objects.requireNonNullElse(posting.reference(), ""));
    }

    private static Letter letter(
            Templates.Frame frame, Language language, TemplateInstance text, TemplateInstance html) {
        return new Letter(
                language,
                StrangersText.oneLine(frame.subject()),
                render(text, Variant.TEXT_PLAIN, language),
                render(html, Variant.TEXT_HTML, language));
    }

    private static String render(TemplateInstance template, String contentType, Language language) {
        return template.setLocale(language.locale())
                .setAttribute(TemplateInstance.SELECTED_VARIANT, Variant.forContentType(contentType))
                .render();
    }

    private static String label(Document document, Words words) {
        var kind = Labels.document(document.kind(), words);
        return StrangersText.fileName(document.name())
                .map(name -> kind + " (" + name + ")")
                .orElse(kind);
    }
}
