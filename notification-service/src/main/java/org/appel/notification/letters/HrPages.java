package org.appel.notification.letters;

import java.util.ArrayList;
import java.util.List;

import org.appel.notification.model.Language;
import org.appel.notification.model.LetterContent.ApplicationNotice;
import org.appel.notification.model.LetterContent.IntakeSummary;

/** The letters to HR. */
final class HrPages {

    private final Language language;
    private final Words words;

    HrPages(Language language, Words words) {
        this.language = language;
        this.words = words;
    }

    Draft notice(ApplicationNotice c) {
        var o = c.occasion();
        var title = Draft.title(c, language);
        var page = new Templates.Notice(
                o.isUpdate(),
                o.number(),
                Moments.full(o.receivedAt(), c.posting().zone(), language),
                o.application().toString(),
                o.door().equals("mail"),
                c.link());
        var subject =
                o.isUpdate() ? words.noticeSubjectUpdated(o.number(), title) : words.noticeSubject(o.number(), title);
        var preview = o.isUpdate() ? words.noticeUpdated() : words.noticeArrived();
        var frame = Draft.frame(c, language, subject, preview, title);
        return new Draft(frame, Templates.hrNotice(frame, page));
    }

    Draft summary(IntakeSummary c) {
        var counts = c.occasion().counts();
        var title = Draft.title(c, language);
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
                Moments.last(c.occasion().closesAt(), c.posting().zone(), language),
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
        var frame = Draft.frame(c, language, subject, words.summaryIntro(page.deadline()), title);
        return new Draft(frame, Templates.hrSummary(frame, page));
    }
}
