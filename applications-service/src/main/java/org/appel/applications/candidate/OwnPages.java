package org.appel.applications.candidate;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.appel.applications.candidate.Templates.Confirmation;
import org.appel.applications.candidate.Templates.Message;
import org.appel.applications.candidate.Templates.Problems;
import org.appel.applications.model.Flaw;
import org.appel.applications.model.Language;
import org.appel.applications.model.Refusal;
import org.appel.applications.storage.CandidateLinks;

/** The pages that somebody sees who came in, each in the language that was asked for, else in the candidate's own. */
@ApplicationScoped
class OwnPages {
    private final CandidatePages pages;
    private final OverviewWriter writer;
    private final Entrance entrance;
    private final CandidateLinks links;
    private final Visit visit;

    OwnPages(CandidatePages pages, OverviewWriter writer, Entrance entrance, CandidateLinks links, Visit visit) {
        this.pages = pages;
        this.writer = writer;
        this.entrance = entrance;
        this.links = links;
        this.visit = visit;
    }

    Response overview(OwnFile file, UriInfo uri) {
        var language = language(file, uri);
        var notice = Notice.of(uri.getQueryParameters().getFirst(Notice.PARAMETER))
                .filter(done -> done.fits(file))
                .map(done -> done.in(Labels.words(language)))
                .orElse("");
        var page = writer.write(file, language, Languages.query(uri), formToken(), notice, OverviewWriter.NO_PROBLEMS);
        return pages.answer(200, Templates.overview(frame(file, language, ""), page), language);
    }

    /** The overview again, with the reason why a document was not taken. */
    Response notReplaced(OwnFile file, Refusal refusal, UriInfo uri) {
        var language = language(file, uri);
        var problems = problems(refusal, Labels.words(language));
        var page = writer.write(file, language, Languages.query(uri), formToken(), "", problems);
        return pages.answer(422, Templates.overview(frame(file, language, ""), page), language);
    }

    private static Problems problems(Refusal refusal, Words words) {
        if (refusal instanceof Refusal.InvalidApplication invalid) {
            return new Problems(
                    words.refusedTitle(),
                    invalid.flaws().stream().map(Flaw::detail).toList());
        }
        var later = refusal instanceof Refusal.Busy || refusal instanceof Refusal.DocumentsAway;
        return new Problems(later ? words.refusedBusy() : words.refusedLate(), List.of());
    }

    Response withdrawal(OwnFile file, UriInfo uri) {
        var language = language(file, uri);
        var words = Labels.words(language);
        var here = Entrance.address(file.application().id());
        var page = new Confirmation(
                words.withdrawTitle(),
                List.of(words.withdrawExplained(), words.withdrawAgain(), words.withdrawKept()),
                here + "/page/withdrawal" + Languages.query(uri),
                formToken(),
                words.withdrawYes(),
                false,
                "",
                here + Languages.query(uri));
        return pages.answer(200, Templates.confirmation(frame(file, language, "/page/withdrawal"), page), language);
    }

    Response erasure(OwnFile file, UriInfo uri) {
        var language = language(file, uri);
        var words = Labels.words(language);
        var here = Entrance.address(file.application().id());
        var page = new Confirmation(
                words.eraseTitle(),
                List.of(words.eraseExplained(), words.eraseForGood()),
                here + "/page/erasure" + Languages.query(uri),
                formToken(),
                words.eraseYes(),
                true,
                here + "/export",
                here + Languages.query(uri));
        return pages.answer(200, Templates.confirmation(frame(file, language, "/page/erasure"), page), language);
    }

    /** @param file as it was before */
    Response erased(OwnFile file, UriInfo uri) {
        var language = language(file, uri);
        var words = Labels.words(language);
        return entrance.leave(
                file.application().id(), pages.message(200, language, words.erasedTitle(), words.erasedMore()));
    }

    /** Back to the overview by a new request, so that a reload sends no form again. */
    Response back(Notice notice, UriInfo uri) {
        var query = Languages.query(uri);
        return Response.status(Response.Status.SEE_OTHER)
                .header(
                        HttpHeaders.LOCATION,
                        Entrance.address(visit.application()) + (query.isEmpty() ? "?" : query + "&") + Notice.PARAMETER
                                + "=" + notice.code())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    Response refused(Refusal refusal, HttpHeaders headers, UriInfo uri) {
        if (refusal instanceof Refusal.Settled) {
            return back(Notice.SETTLED, uri);
        }
        var language = Languages.of(headers, uri);
        var words = Labels.words(language);
        var page = new Message(
                words.troubleTitle(),
                List.of(words.troubleMore()),
                "",
                "",
                Entrance.address(visit.application()) + Languages.query(language),
                words.backToIt());
        return pages.answer(409, Templates.message(CandidatePages.bareFrame(language, "", ""), page), language);
    }

    private static Templates.Frame frame(OwnFile file, Language language, String page) {
        var other = language == Language.FR ? Language.EN : Language.FR;
        return OverviewWriter.frame(
                file, language, Entrance.address(file.application().id()) + page + Languages.query(other));
    }

    private static Language language(OwnFile file, UriInfo uri) {
        return Languages.of(uri, file.application().person().language());
    }

    private String formToken() {
        return links.formToken(visit.session());
    }
}
