package org.appel.postings.config;

import java.util.List;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import org.appel.postings.model.Gap;
import org.appel.postings.model.Posting;
import org.appel.postings.model.PostingRefused;
import org.appel.postings.model.Refusal;
import org.appel.postings.model.Refusal.AnotherOrganisation;
import org.appel.postings.model.Refusal.BeyondTheLog;
import org.appel.postings.model.Refusal.ClientTaken;
import org.appel.postings.model.Refusal.ForeignOrganisation;
import org.appel.postings.model.Refusal.NoWebhooks;
import org.appel.postings.model.Refusal.NotADraft;
import org.appel.postings.model.Refusal.NotApproved;
import org.appel.postings.model.Refusal.NotInTheFuture;
import org.appel.postings.model.Refusal.NotOpen;
import org.appel.postings.model.Refusal.NotPublishable;
import org.appel.postings.model.Refusal.OwnWriting;
import org.appel.postings.model.Refusal.ReferenceTaken;
import org.appel.postings.model.Refusal.TakenBack;
import org.appel.postings.model.Refusal.TooManyStreams;
import org.appel.postings.model.Refusal.TooManyWebhooks;
import org.appel.postings.model.Refusal.TooMuchAgain;
import org.appel.postings.model.Refusal.UnfitDeadline;
import org.appel.postings.model.Refusal.UnfitWebhook;
import org.appel.postings.model.Refusal.UnknownBoard;
import org.appel.postings.model.Refusal.UnknownDelivery;
import org.appel.postings.model.Refusal.UnknownOrganisation;
import org.appel.postings.model.Refusal.UnknownPosting;
import org.appel.postings.model.Refusal.UnknownPublisher;
import org.appel.postings.model.Refusal.UnknownVersion;
import org.appel.postings.model.Refusal.UnknownWebhook;
import org.appel.postings.model.Refusal.UnknownWriter;
import org.appel.postings.model.Refusal.UnregisteredBoard;
import org.appel.service.Fault;
import org.appel.service.Problem;

/**
 * What each refusal looks like over HTTP.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    Response map(PostingRefused refused) {
        LOG.debugf("request refused refusal=%s", refused.getMessage());
        return of(refused.refusal()).toResponse();
    }

    /** The refusal with its status, kind and everything that is wrong. */
    public static HttpProblem of(Refusal refusal) {
        return switch (refusal) {
            case UnknownPosting r -> Problem.of(404, "unknown-posting", "There is no posting " + r.id());
            case UnknownVersion r ->
                Problem.of(404, "unknown-version", "Posting " + r.id() + " has no version " + r.version());
            case UnknownOrganisation r -> Problem.of(404, "unknown-organisation", "There is no organisation " + r.id());
            case UnknownPublisher r ->
                atField(422, "unknown-organisation", "/organisation", "There is no organisation " + r.organisation());
            case ForeignOrganisation r ->
                Problem.of(403, "foreign-organisation", "You do not work for " + r.organisation());
            case AnotherOrganisation r ->
                atField(422, "another-organisation", "/organisation", "The posting stays with " + r.organisation());
            case ReferenceTaken r ->
                atField(
                        409,
                        "reference-taken",
                        "/reference",
                        "Another posting of " + r.organisation() + " has the reference " + r.reference());
            case NotPublishable r ->
                Problem.of(422, "not-publishable", counted(r.gaps(), "be published"), faults(r.gaps()));
            case UnfitDeadline r ->
                Problem.of(422, "unfit-deadline", counted(r.gaps(), "have this deadline"), faults(r.gaps()));
            case NotADraft r ->
                Problem.of(
                        409,
                        "not-a-draft",
                        "Posting " + r.id() + " was published and is "
                                + r.state().code());
            case NotApproved r ->
                Problem.of(
                        409,
                        "not-approved",
                        "Posting " + r.id() + " is not approved as it is now: its organisation wants a second person to"
                                + " approve it first, by PUT /postings/" + r.id() + "/approval");
            case OwnWriting r ->
                Problem.of(
                        403,
                        "own-writing",
                        "You wrote in posting " + r.id()
                                + " since it was approved last, if ever: somebody else of the organisation approves it");
            case UnknownWriter r ->
                Problem.of(
                        409,
                        "unknown-writer",
                        "Nobody knows who wrote posting " + r.id() + ": save it again by PUT /postings/" + r.id()
                                + ", then somebody else approves it");
            case NotInTheFuture r ->
                atField(
                        422,
                        "not-in-the-future",
                        "/at",
                        r.at() + " has passed: leave the moment out to publish at once");
            case NotOpen r ->
                Problem.of(
                        409,
                        "not-open",
                        "Posting " + r.id() + " is not open: it is " + r.state().code());
            case TakenBack r -> tombstone(r.posting());
            case BeyondTheLog r ->
                Problem.builder(
                                410,
                                "beyond-the-log",
                                "The log ends at " + r.head() + ", before " + r.after()
                                        + ": this service was restored from an older copy. Begin again with after=0")
                        .with("head", r.head())
                        .build();
            case UnknownBoard r -> Problem.of(404, "unknown-board", "There is no board " + r.id());
            case UnregisteredBoard r ->
                Problem.of(403, "unregistered-board", "Client " + r.client() + " is no registered job board");
            case ClientTaken r -> atField(409, "client-taken", "/client", "Another board has the client " + r.client());
            case UnknownWebhook r -> Problem.of(404, "unknown-webhook", "There is no webhook " + r.id());
            case UnknownDelivery r -> Problem.of(404, "unknown-delivery", "There is no message " + r.id());
            case UnfitWebhook r ->
                Problem.of(422, "unfit-webhook", "The webhook cannot be called there, see errors", faults(r.gaps()));
            case TooManyWebhooks r ->
                Problem.of(409, "too-many-webhooks", "You have " + r.most() + " webhooks, and may have no more");
            case TooMuchAgain r ->
                Problem.of(422, "too-much-again", "This is more than " + r.most() + " messages: ask for less at once");
            case NoWebhooks _ ->
                Problem.of(503, "no-webhooks", "This installation has no key to keep the secrets of webhooks with");
            case TooManyStreams r ->
                Problem.builder(503, "too-many-streams", "There are " + r.most() + " streams already, come again later")
                        .withHeader(
                                HttpHeaders.RETRY_AFTER,
                                String.valueOf(r.comeAgain().toSeconds()))
                        .build();
        };
    }

    private static HttpProblem tombstone(Posting.Withdrawn posting) {
        return Problem.builder(
                        410, "posting-withdrawn", "Posting " + posting.id() + " was withdrawn: " + posting.reason())
                .with("id", posting.id().value())
                .with("organisation", posting.ad().organisation())
                .with("state", posting.state().code())
                .with("publishedAt", posting.publication().publishedAt())
                .with("withdrawnAt", posting.withdrawnAt())
                .with("reason", posting.reason())
                .build();
    }

    private static HttpProblem atField(int status, String slug, String pointer, String detail) {
        return Problem.of(status, slug, detail, List.of(new Fault(pointer, detail)));
    }

    private static String counted(List<Gap> gaps, String what) {
        var things = gaps.size() == 1 ? "one thing is" : gaps.size() + " things are";
        return "The posting cannot " + what + ": " + things + " missing or contradictory, see errors";
    }

    private static List<Fault> faults(List<Gap> gaps) {
        return gaps.stream().map(gap -> new Fault(gap.pointer(), gap.detail())).toList();
    }
}
