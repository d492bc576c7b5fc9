package org.appel.notification.letters;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.appel.notification.letters.Templates.Row;
import org.appel.notification.letters.Templates.Section;
import org.appel.notification.letters.Templates.WebhookDisabled;
import org.appel.notification.model.Language;
import org.appel.notification.model.LetterContent.WebhookNotice;
import org.appel.notification.model.StrangersText;
import org.appel.notification.model.WebhookEnd;

/** The letters to those who answer for a job board, of whom nobody knows which language they read: each is in all. */
final class BoardPages {

    private final Language first;
    private final Function<Language, Words> words;

    /** @param first the language of the subject, and of the part that stands on top */
    BoardPages(Language first, Function<Language, Words> words) {
        this.first = first;
        this.words = words;
    }

    Draft webhookDisabled(WebhookNotice c) {
        var board = StrangersText.oneLine(c.board());
        var sections = Stream.concat(
                        Stream.of(first), Arrays.stream(Language.values()).filter(other -> other != first))
                .map(language -> section(c, board, language, words.apply(language)))
                .toList();
        var subject = words.apply(first).webhookSubject(board);
        var frame = Draft.frame(c, first, subject, sections.getFirst().intro(), board);
        return new Draft(frame, Templates.webhookDisabled(frame, new WebhookDisabled(sections)));
    }

    private static Section section(WebhookNotice c, String board, Language language, Words words) {
        var o = c.occasion();
        var webhook = o.webhook().toString();
        var rows = new ArrayList<Row>();
        rows.add(new Row(words.webhookBoard(), board));
        rows.add(new Row(words.webhookUrl(), StrangersText.oneLine(c.url())));
        if (o.failingSince() != null) {
            rows.add(new Row(words.webhookFailingSince(), Moments.full(o.failingSince(), ZoneOffset.UTC, language)));
        }
        rows.add(new Row(words.webhookDisabledAt(), Moments.full(o.disabledAt(), ZoneOffset.UTC, language)));
        rows.add(new Row(words.webhookNumber(), webhook));
        return new Section(
                language.code(),
                words.greeting(),
                o.end() == WebhookEnd.GONE ? words.webhookGone() : words.webhookFailing(),
                rows,
                rows.stream().map(row -> words.row(row.label(), row.value())).toList(),
                List.of(words.webhookNothingLost(), words.webhookActivate(webhook), words.webhookRead(webhook)),
                words.automatic());
    }
}
