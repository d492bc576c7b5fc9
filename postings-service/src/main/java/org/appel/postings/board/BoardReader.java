package org.appel.postings.board;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

import org.appel.postings.board.BoardParameters.Wanted;
import org.appel.postings.config.PostingsConfig;
import org.appel.postings.model.PostingId;

/**
 * Answers readers: who shows no token with an answer that may be kept, here and by caches on the way; who shows one with an
 * answer of their own, in plain bytes, so that its tag is one that writes accept.
 */
@ApplicationScoped
class BoardReader {

    private static final int NOT_MODIFIED = 304;

    private final BoardAnswers answers;
    private final KeptAnswers kept;
    private final Board board;
    private final Clock clock;
    private final Duration sharedFor;

    BoardReader(BoardAnswers answers, KeptAnswers kept, Board board, Clock clock, PostingsConfig config) {
        this.answers = answers;
        this.kept = kept;
        this.board = board;
        this.clock = clock;
        this.sharedFor = config.reading().sharedFor();
    }

    /** In which languages the caller reads lists, by the header: who recruits reads all. */
    LanguageChoice choiceForLists(HttpServerRequest request) {
        return board.isOfATeam() ? LanguageChoice.ALL : choice(request);
    }

    /** In which languages the caller reads, by the header. */
    LanguageChoice choice(HttpServerRequest request) {
        return LanguageChoice.by(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    Response list(HttpServerRequest request, UriInfo uri, Wanted wanted) {
        return respond(request, () -> answers.list(wanted, uri));
    }

    Response posting(HttpServerRequest request, PostingId id, LanguageChoice choice) {
        return respond(request, () -> answers.posting(id, choice));
    }

    private Response respond(HttpServerRequest request, Supplier<Answer> make) {
        boolean isOfThePublic = KeptRoute.isOfThePublic(request);
        var answer = isOfThePublic ? kept.get(KeptRoute.question(request), make) : make.get();
        var reply = Reply.to(KeptRoute.conditions(request), answer, clock.instant(), isOfThePublic ? sharedFor : null);
        var response = reply.isNew()
                ? Response.ok(answer.body(reply.coding()), "application/json;charset=UTF-8")
                : Response.status(NOT_MODIFIED);
        reply.headers((name, value) -> response.header(name.toString(), value.toString()));
        return response.build();
    }
}
