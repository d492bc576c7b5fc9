package org.appel.notification.letters;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.appel.notification.letters.Templates.Note;
import org.appel.notification.letters.Templates.Row;
import org.appel.notification.model.Decline;
import org.appel.notification.model.Language;
import org.appel.notification.model.LetterContent.MailAnswer;
import org.appel.notification.model.StrangersText;

/** The letters that say why a mail became no application. */
final class AnswerPages {

    private static final Pattern BLANK_LINES = Pattern.compile("\\R\\h*(?:\\R\\h*)+");
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private final Language language;
    private final Words words;

    AnswerPages(Language language, Words words) {
        this.language = language;
        this.words = words;
    }

    Draft answer(MailAnswer c) {
        var title = Draft.title(c, language);
        var said = title.isEmpty() ? ofNoPosting(c) : ofPosting(c, title);
        var handwritten = isHandwritten(c);
        var posting = c.posting();
        var page = new Note(
                StrangersText.name(c.name()).orElse(""),
                said.intro,
                facts(c),
                said.paragraphs,
                "",
                "",
                handwritten ? "" : words.thanks(),
                posting != null && posting.applyAddress() != null,
                handwritten);
        var heading = title.isEmpty() ? words.messageOf(arrived(c)) : title;
        var preview = said.intro.isEmpty() ? words.messageOf(arrived(c)) : said.intro;
        var frame = Draft.frame(c, language, said.subject, preview, heading);
        return new Draft(frame, Templates.note(frame, page));
    }

    private record Said(String subject, String intro, List<List<String>> paragraphs) {

        static Said of(String subject, String intro, String... paragraphs) {
            return new Said(
                    subject,
                    intro,
                    Arrays.stream(paragraphs)
                            .filter(text -> !text.isEmpty())
                            .map(List::of)
                            .toList());
        }

        /** The same with these lines before the paragraphs. */
        Said beginning(List<String> lines) {
            var all = new ArrayList<List<String>>();
            if (!lines.isEmpty()) {
                all.add(lines);
            }
            all.addAll(paragraphs);
            return new Said(subject, intro, all);
        }
    }

    private Said ofPosting(MailAnswer c, String title) {
        return switch (c.occasion().reason()) {
            case LATE -> Said.of(words.lateSubject(title), words.lateReceived(title), words.lateNotTaken());
            case NOT_OPEN ->
                Said.of(words.notOpenSubject(title), words.notOpenReceived(title), words.notOpenNotTaken());
            case WITHDRAWN ->
                Said.of(words.withdrawnSubject(title), words.withdrawnReceived(title), words.withdrawnNotTaken());
            case UNUSABLE_DOCUMENTS ->
                Said.of(words.unusableSubject(title), words.unusableReceived(title), words.unusableFormats(), again(c))
                        .beginning(unusable(c));
            case ERASED -> Said.of(words.erasedSubject(title), words.erasedReceived(title), words.erasedNotTaken());
            case UNKNOWN_VACANCY -> unknown();
            case ANSWERED_BY_HR ->
                isHandwritten(c) ? new Said(words.answerSubjectAbout(title), "", paragraphs(c.text())) : unsaid();
        };
    }

    private Said ofNoPosting(MailAnswer c) {
        return switch (c.occasion().reason()) {
            case UNKNOWN_VACANCY -> unknown();
            case ANSWERED_BY_HR ->
                isHandwritten(c) ? new Said(words.answerSubject(), "", paragraphs(c.text())) : unsaid();
            case UNUSABLE_DOCUMENTS ->
                Said.of(words.declinedSubject(), words.declinedReceived(), words.unusableFormats())
                        .beginning(unusable(c));
            case LATE, NOT_OPEN, WITHDRAWN, ERASED -> Said.of(words.declinedSubject(), words.declinedReceived());
        };
    }

    /** HR answers, and the words may not go to this address, which may be somebody else's. */
    private Said unsaid() {
        return Said.of(words.declinedSubject(), words.declinedReceived(), words.takenNothingMore());
    }

    private static boolean isHandwritten(MailAnswer c) {
        return c.occasion().reason() == Decline.ANSWERED_BY_HR && !c.text().isBlank();
    }

    /** A line for each document; none if it is not known which. */
    private List<String> unusable(MailAnswer c) {
        return c.unusable().stream()
                .map(document -> "- " + Labels.unusable(document, words))
                .toList();
    }

    private Said unknown() {
        return Said.of(words.unknownSubject(), words.unknownReceived(), words.unknownNotTaken(), words.unknownAgain());
    }

    private String again(MailAnswer c) {
        var posting = c.posting();
        if (!c.open() || posting == null) {
            return "";
        }
        var deadline = posting.deadline();
        return deadline == null ? words.unusableWhileOpen() : words.unusableUntil(Moments.last(deadline, language));
    }

    private List<Row> facts(MailAnswer c) {
        var rows = new ArrayList<Row>();
        var posting = c.posting();
        if (posting != null && posting.reference() != null) {
            rows.add(new Row(words.reference(), posting.reference()));
        }
        rows.add(new Row(words.organisation(), c.organisationName()));
        rows.add(new Row(words.arrivedOn(), arrived(c)));
        var closesAt = c.closesAt();
        if (c.occasion().reason() == Decline.LATE && posting != null && closesAt != null) {
            rows.add(new Row(words.lateDeadline(), Moments.last(closesAt, posting.zone(), language)));
        }
        return rows;
    }

    private String arrived(MailAnswer c) {
        var posting = c.posting();
        return Moments.full(c.occasion().receivedAt(), posting == null ? ZoneOffset.UTC : posting.zone(), language);
    }

    /** What a person typed, by paragraphs and lines. */
    private static List<List<String>> paragraphs(String text) {
        return BLANK_LINES
                .splitAsStream(text.strip())
                .map(paragraph -> LINE_BREAK
                        .splitAsStream(paragraph)
                        .map(StrangersText::oneLine)
                        .filter(line -> !line.isEmpty())
                        .toList())
                .filter(lines -> !lines.isEmpty())
                .toList();
    }
}
