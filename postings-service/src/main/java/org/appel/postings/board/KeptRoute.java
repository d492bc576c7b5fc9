package org.appel.postings.board;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

import org.appel.postings.board.KeptAnswers.Question;
import org.appel.postings.board.Reply.Conditions;
import org.appel.postings.config.PostingsConfig;

/**
 * The short way to an answer that is kept: on the thread that read the request, before tokens, parameters and all that a
 * resource needs. What is not kept, or was asked with a token, goes on to {@link BoardResource}.
 */
@ApplicationScoped
class KeptRoute {

    /** Before the security handlers of Quarkus, which begin at -200, and after what handles other origins. */
    private static final int BEFORE_SECURITY = -250;

    private static final String APPLICATION_JSON = "application/json";
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json;charset=UTF-8");

    private static final int FIRST_REFUSAL = 400;
    private static final int GONE = 410;

    private final KeptAnswers answers;
    private final Clock clock;
    private final Duration sharedFor;

    KeptRoute(KeptAnswers answers, Clock clock, PostingsConfig config) {
        this.answers = answers;
        this.clock = clock;
        this.sharedFor = config.reading().sharedFor();
    }

    void install(@Observes Router router) {
        router.get("/postings").order(BEFORE_SECURITY).handler(this::answer);
        router.get("/postings/:id").order(BEFORE_SECURITY).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        var request = context.request();
        var answer = isOfThePublic(request) && takesJson(request.getHeader(HttpHeaders.ACCEPT))
                ? answers.find(question(request))
                : null;
        if (answer == null || !send(request, answer)) {
            context.addHeadersEndHandler(_ -> sayHowLongRefusalsAreKept(request));
            context.next();
        }
    }

    /** Whether the answer does not depend on who asks. */
    static boolean isOfThePublic(HttpServerRequest request) {
        return !request.headers().contains(HttpHeaders.AUTHORIZATION);
    }

    static Question question(HttpServerRequest request) {
        return new Question(request.uri(), LanguageChoice.by(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    static Conditions conditions(HttpServerRequest request) {
        return new Conditions(
                request.getHeader(HttpHeaders.IF_NONE_MATCH),
                request.getHeader(HttpHeaders.IF_MODIFIED_SINCE),
                request.getHeader(HttpHeaders.ACCEPT_ENCODING));
    }

    /**
     * Whether JSON is surely the form that is wanted. Other forms of a posting are not kept in here: whoever weighs forms, or
     * names another of this family, is left to the resources, which know all of them.
     */
    static boolean takesJson(@Nullable String accept) {
        if (accept == null || accept.equals("*/*") || accept.equals(APPLICATION_JSON)) {
            return true;
        }
        var types = accept.split(",");
        return accept.indexOf(';') < 0
                && types.length > 0
                && types[0].strip().equalsIgnoreCase(APPLICATION_JSON)
                && Arrays.stream(types).map(String::strip).noneMatch(KeptRoute::isOtherJson);
    }

    private static boolean isOtherJson(String type) {
        return type.toLowerCase(Locale.ROOT).endsWith("json") && !type.equalsIgnoreCase(APPLICATION_JSON);
    }

    /** Returns whether it was sent: not if it would have to be packed first, which takes time. */
    private boolean send(HttpServerRequest request, Answer answer) {
        var reply = Reply.to(conditions(request), answer, clock.instant(), sharedFor);
        var body = answer.bodyAtHand(reply.coding());
        if (reply.isNew() && body == null) {
            return false;
        }
        var response = request.response();
        var headers = response.headers();
        reply.headers(headers::set);
        if (reply.isNew()) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, JSON).end(body);
        } else {
            response.setStatusCode(304).end();
        }
        return true;
    }

    /** A tombstone never changes; anything else that is refused may be there in a moment. */
    private void sayHowLongRefusalsAreKept(HttpServerRequest request) {
        var response = request.response();
        if (response.getStatusCode() >= FIRST_REFUSAL && !response.headers().contains(HttpHeaders.CACHE_CONTROL)) {
            boolean isShared = response.getStatusCode() == GONE && isOfThePublic(request);
            response.putHeader(
                    HttpHeaders.CACHE_CONTROL, isShared ? Reply.shared(sharedFor, null, clock.instant()) : "no-store");
        }
    }
}
