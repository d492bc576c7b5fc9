package org.appel.notification.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.appel.notification.letters.Templates.Note;
import org.appel.notification.letters.Templates.Row;
import org.appel.notification.model.Language;
import org.appel.notification.model.LetterContent.AccessLink;
import org.appel.notification.model.LetterContent.Document;
import org.appel.notification.model.LetterContent.MailTaken;
import org.appel.notification.model.LetterContent.OfPosting;
import org.appel.notification.model.LetterContent.RetentionNotice;
import org.appel.notification.model.LetterContent.ToCandidate;
import org.appel.notification.model.LetterContent.Withdrawal;
import org.appel.notification.model.Posting;
import org.appel.notification.model.StrangersText;

/** The letters to a candidate. */
final class CandidatePages {

    private final Language language;
    private final Words words;

    CandidatePages(Language language, Words words) {
        this.language = language;
        this.words = words;
    }

    Draft acknowledgement(ToCandidate c) {
        var posting = c.posting();
        var title = Draft.title(c, language);
        var page = new Templates.Acknowledgement(
                StrangersText.name(c.name()).orElse(""),
                c.occasion().isUpdate(),
                Moments.full(c.occasion().receivedAt(), posting.zone(), language),
                c.occasion().application().toString(),
                c.documents().stream().map(this::label).toList(),
                c.unusable().stream()
                        .map(document -> Labels.unusable(document, words))
                        .toList(),
                c.missing().kinds().stream()
                        .map(kind -> Labels.document(kind, words))
                        .toList(),
                missingUntil(c),
                posting.selection().stream()
                        .flatMap(step -> Labels.step(step, words).stream())
                        .toList(),
                c.replaceable(),
                closes(posting),
                link(c.link()),
                linkMeaning(posting, c.replaceable()),
                posting.applyAddress() != null);
        var preview = c.occasion().isUpdate() ? words.ackUpdated(title) : words.ackReceived(title);
        var frame = Draft.frame(c, language, subject(c, title), preview, title);
        return new Draft(frame, Templates.acknowledgement(frame, page));
    }

    Draft mailTaken(MailTaken c) {
        var title = Draft.title(c, language);
        var arrived = Moments.full(c.occasion().receivedAt(), c.posting().zone(), language);
        var page = new Note(
                "",
                words.takenReceived(title),
                facts(c, new Row(words.arrivedOn(), arrived)),
                List.of(List.of(words.takenNothingMore())),
                "",
                "",
                words.takenNotYou(),
                false,
                false);
        return note(c, words.takenSubject(title), page, title);
    }

    Draft withdrawal(Withdrawal c) {
        var title = Draft.title(c, language);
        var withdrawn = Moments.full(c.occasion().withdrawnAt(), c.posting().zone(), language);
        var answered = c.posting().applyAddress() != null;
        var page = new Note(
                StrangersText.name(c.name()).orElse(""),
                words.withdrawalDone(title),
                facts(
                        c,
                        new Row(words.withdrawnOn(), withdrawn),
                        fileNumber(c.occasion().application())),
                List.of(),
                link(c.link()),
                words.withdrawalView(),
                answered ? words.withdrawalNotYou() : "",
                answered,
                false);
        return note(c, words.withdrawalSubject(title), page, title);
    }

    Draft accessLink(AccessLink c) {
        var title = Draft.title(c, language);
        var page = new Note(
                StrangersText.name(c.name()).orElse(""),
                words.linkAsked(title),
                facts(c, fileNumber(c.occasion().application())),
                List.of(),
                c.link(),
                linkMeaning(c.posting(), c.replaceable()),
                words.linkNotYou(),
                c.posting().applyAddress() != null,
                false);
        return note(c, words.linkSubject(title), page, title);
    }

    Draft retentionNotice(RetentionNotice c) {
        var title = Draft.title(c, language);
        var day = Moments.day(c.occasion().erasedOn(), language);
        var page = new Note(
                StrangersText.name(c.name()).orElse(""),
                words.retentionEnding(title, day),
                facts(c, new Row(words.erasedOn(), day), fileNumber(c.occasion().application())),
                List.of(List.of(words.retentionMeaning())),
                link(c.link()),
                words.retentionExport(),
                "",
                c.posting().applyAddress() != null,
                false);
        return note(c, words.retentionSubject(day, title), page, title);
    }

    private Draft note(OfPosting content, String subject, Note page, String title) {
        var frame = Draft.frame(content, language, subject, page.intro(), title);
        return new Draft(frame, Templates.note(frame, page));
    }

    private List<Row> facts(OfPosting content, Row... more) {
        var rows = new ArrayList<Row>();
        var reference = content.posting().reference();
        if (reference != null) {
            rows.add(new Row(words.reference(), reference));
        }
        rows.add(new Row(words.organisation(), content.organisationName()));
        rows.addAll(List.of(more));
        return rows;
    }

    private Row fileNumber(Object application) {
        return new Row(words.fileNumber(), application.toString());
    }

    private String subject(ToCandidate c, String title) {
        if (!c.missing().kinds().isEmpty()) {
            return words.ackSubjectIncomplete(title);
        }
        return c.occasion().isUpdate() ? words.ackSubjectUpdated(title) : words.ackSubject(title);
    }

    private String missingUntil(ToCandidate c) {
        var count = c.missing().kinds().size();
        var until = c.missing().until();
        var linked = c.link() != null;
        if (until != null) {
            return words.missingUntil(count, Moments.last(until, c.posting().zone(), language), linked);
        }
        return c.replaceable() ? words.missingWhileOpen(count, linked) : "";
    }

    private String linkMeaning(Posting posting, boolean replaceable) {
        if (!replaceable) {
            return words.yourViewClosed();
        }
        var closes = closes(posting);
        return closes.isEmpty() ? words.yourViewWhileOpen() : words.yourViewUntil(closes);
    }

    /** Empty if the posting has no deadline. */
    private String closes(Posting posting) {
        var deadline = posting.deadline();
        return deadline == null ? "" : Moments.last(deadline, language);
    }

    private String label(Document document) {
        var kind = Labels.document(document.kind(), words);
        return StrangersText.fileName(document.name())
                .map(name -> kind + " (" + name + ")")
                .orElse(kind);
    }

    private static String link(@Nullable String link) {
        return Objects.requireNonNullElse(link, "");
    }
}
