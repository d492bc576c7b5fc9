package org.appel.applications.mailbox;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.appel.applications.mailbox.routing.Route;
import org.appel.applications.mailbox.routing.SubjectRouter;
import org.appel.applications.mailbox.routing.Vacancy;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.Guess;
import org.appel.applications.model.KnownPosting;
import org.appel.applications.model.PostingId;
import org.appel.applications.storage.ArrivedMail;

/** Says what a mail is, outside of any transaction: looking into documents takes its time. */
@ApplicationScoped
class Opinions {
    static final String NO_DOCUMENT = "no-document";
    /** The subject names a posting to which nobody ever applied by mail. */
    static final String TAKES_NO_MAIL = "takes-no-mail";
    /** The subject names the posting, and something else is unclear. */
    static final String NAMED = "named";

    private final Candidatures candidatures;

    Opinions(Candidatures candidatures) {
        this.candidatures = candidatures;
    }

    /** @param postings all of the organisation: those that take no mail tell whom a subject is not for */
    Opinion of(ReadMail read, ArrivedMail arrived, Authorship authorship, List<KnownPosting> postings) {
        return switch (authorship) {
            case Authorship.Machine machine
            when machine.reason().equals(Authorship.OWN_ADDRESS) && read.trouble() != null ->
                // What came along was not seen.
                unclear(read, arrived, read.trouble(), postings);
            case Authorship.Machine machine -> new Opinion.Automatic(machine.reason());
            case Authorship.Unclear unclear -> unclear(read, arrived, unclear.reason(), postings);
            case Authorship.Candidate _ when read.trouble() != null -> unclear(read, arrived, read.trouble(), postings);
            case Authorship.Candidate candidate -> routed(read, arrived, candidate, postings);
        };
    }

    /** People are told at least what the subject says. */
    private static Opinion unclear(ReadMail read, ArrivedMail arrived, String reason, List<KnownPosting> postings) {
        var mail = read.mail();
        if (mail == null) {
            return new Opinion.Unclear(null, reason, List.of());
        }
        return switch (route(mail.subject(), mail.fromName(), arrived, postings)) {
            case Route.Filed filed -> named(filed.posting(), reason);
            case Route.Unclear unclear -> new Opinion.Unclear(null, reason, guesses(unclear));
        };
    }

    private Opinion routed(
            ReadMail read, ArrivedMail arrived, Authorship.Candidate candidate, List<KnownPosting> postings) {
        return switch (route(read, arrived, candidate, postings)) {
            case Route.Unclear unclear ->
                new Opinion.Unclear(null, unclear.reason().code(), guesses(unclear));
            case Route.Filed filed ->
                postings.stream()
                        .filter(known -> known.id().equals(filed.posting()))
                        .findFirst()
                        .map(posting -> posting.hasTakenMail()
                                ? filed(arrived, candidate, posting)
                                : named(posting.id(), TAKES_NO_MAIL))
                        .orElseThrow();
        };
    }

    private Opinion filed(ArrivedMail arrived, Authorship.Candidate candidate, KnownPosting posting) {
        if (!admits(posting, arrived)) {
            return Candidatures.bringsNothing(candidate.mail())
                    ? named(posting.id(), NO_DOCUMENT)
                    : new Opinion.Untaken(candidatures.unopened(arrived, candidate, posting));
        }
        var candidature = candidatures.of(arrived, candidate, posting);
        return candidature.isEmpty() && candidature.unusable().isEmpty()
                ? named(posting.id(), NO_DOCUMENT)
                : new Opinion.Application(candidature);
    }

    /** The candidate's own subject decides; a colleague who passes the mail on may make an unclear one clear. */
    private static Route route(
            ReadMail read, ArrivedMail arrived, Authorship.Candidate candidate, List<KnownPosting> postings) {
        var mail = candidate.mail();
        var inner = route(mail.subject(), mail.fromName(), arrived, postings);
        var outer = read.mail();
        if (outer == null || outer == mail || outer.subject().equals(mail.subject())) {
            return inner;
        }
        var isColleagues = candidate.proof() == Authorship.Proof.PASSED_ON_WITHIN;
        return combined(inner, route(outer.subject(), mail.fromName(), arrived, postings), isColleagues);
    }

    private static Route combined(Route inner, Route outer, boolean isColleagues) {
        return switch (inner) {
            case Route.Filed own
            when outer instanceof Route.Filed other && !other.equals(own) ->
                new Route.Unclear(
                        Route.Reason.CONTRADICTORY,
                        List.of(new Route.Guess(own.posting(), NAMED), new Route.Guess(other.posting(), NAMED)));
            case Route.Filed own -> own;
            case Route.Unclear unclear -> outer instanceof Route.Filed && isColleagues ? outer : unclear;
        };
    }

    private static Route route(
            String subject, @Nullable String name, ArrivedMail arrived, List<KnownPosting> postings) {
        var vacancies = postings.stream()
                .filter(posting -> posting.version() > 0)
                .map(posting -> new Vacancy(
                        posting.id(),
                        posting.reference(),
                        posting.mandatedSubject(),
                        posting.titles(),
                        posting.hasTakenMail() && posting.isOpenToMail(arrived.receivedAt())))
                .toList();
        return SubjectRouter.route(subject, vacancies, Stream.ofNullable(name).toList());
    }

    private static boolean admits(KnownPosting posting, ArrivedMail arrived) {
        try {
            posting.admitByMail(arrived.receivedAt());
            return true;
        } catch (ApplicationRefused refused) {
            return false;
        }
    }

    private static Opinion named(PostingId posting, String reason) {
        return new Opinion.Unclear(posting, reason, List.of(new Guess(posting, NAMED)));
    }

    private static List<Guess> guesses(Route.Unclear unclear) {
        return unclear.guesses().stream()
                .map(guess -> new Guess(guess.posting(), guess.why()))
                .toList();
    }
}
