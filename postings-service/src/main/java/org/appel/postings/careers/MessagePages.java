package org.appel.postings.careers;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.appel.postings.careers.ListPages.Cards;
import org.appel.postings.careers.Templates.Message;
import org.appel.postings.careers.Vacancies.Vacancy;
import org.appel.postings.model.Posting.Withdrawn;

/** Pages that say why there is nothing else to see, each with a way on. */
@ApplicationScoped
class MessagePages {

    private final Frames frames;
    private final Answers answers;

    MessagePages(Frames frames, Answers answers) {
        this.frames = frames;
        this.answers = answers;
    }

    Response unknown(PageLanguage language) {
        var words = language.words();
        return message(404, language, words.unknownTitle(), words.unknownMore());
    }

    Response trouble(int status, PageLanguage language) {
        var words = language.words();
        return message(status, language, words.troubleTitle(), words.troubleMore());
    }

    Response previewEnded(PageLanguage language) {
        var words = language.words();
        return message(410, language, words.previewEndedTitle(), words.previewEndedMore());
    }

    Response withdrawn(Vacancy vacancy, Withdrawn posting, PageLanguage language) {
        var words = language.words();
        var ad = posting.ad();
        var version = PostingPages.version(ad, language);
        var day = new Dates(language)
                .day(posting.withdrawnAt().atZone(PostingPages.zone(ad)).toLocalDate());
        var name = Cards.name(vacancy.publisher(), language).text();
        var message = new Message(
                words.withdrawnTitle(),
                List.of(words.withdrawnOn(version.text().title(), name, day)),
                Quote.of(posting.reason(), ad.originalLanguage()),
                frames.list(language),
                words.showAll());
        var other = frames.local(PostingPages.path(posting, language.other()));
        return answers.bare(
                410, Templates.message(frames.passing(language, message.title(), other), message), language);
    }

    /** There is no form: the notice names other ways, or takes no applications any more. */
    Response noForm(Vacancy vacancy, PageLanguage language, boolean isOver) {
        var words = language.words();
        var message = new Message(
                words.notOpenTitle(),
                List.of(isOver ? words.noMoreApplications() : words.notByForm()),
                Quote.NONE,
                frames.local(PostingPages.path(vacancy.posting(), language)),
                words.backToPosting());
        return answers.bare(409, Templates.message(frames.passing(language, message.title(), ""), message), language);
    }

    private Response message(int status, PageLanguage language, String title, String text) {
        var message = new Message(
                title,
                List.of(text),
                Quote.NONE,
                frames.list(language),
                language.words().showAll());
        var other = frames.list(language.other());
        return answers.bare(status, Templates.message(frames.passing(language, title, other), message), language);
    }
}
