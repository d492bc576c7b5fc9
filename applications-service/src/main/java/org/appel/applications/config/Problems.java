package org.appel.applications.config;

import java.util.stream.Collectors;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.Flaw;
import org.appel.applications.model.Refusal;
import org.appel.applications.model.Refusal.AlreadySorted;
import org.appel.applications.model.Refusal.AnswersElsewhere;
import org.appel.applications.model.Refusal.AppliesElsewhere;
import org.appel.applications.model.Refusal.Busy;
import org.appel.applications.model.Refusal.CandidateUnnamed;
import org.appel.applications.model.Refusal.DeadlinePassed;
import org.appel.applications.model.Refusal.DocumentsAway;
import org.appel.applications.model.Refusal.Erased;
import org.appel.applications.model.Refusal.IdempotencyKeyInUse;
import org.appel.applications.model.Refusal.IdempotencyKeyMalformed;
import org.appel.applications.model.Refusal.IdempotencyKeyMissing;
import org.appel.applications.model.Refusal.IdempotencyKeyReused;
import org.appel.applications.model.Refusal.InvalidApplication;
import org.appel.applications.model.Refusal.LinkNotValid;
import org.appel.applications.model.Refusal.MailLate;
import org.appel.applications.model.Refusal.MessageForgotten;
import org.appel.applications.model.Refusal.NobodyToAnswer;
import org.appel.applications.model.Refusal.NotErased;
import org.appel.applications.model.Refusal.NotOpenYet;
import org.appel.applications.model.Refusal.PostingWithdrawn;
import org.appel.applications.model.Refusal.Settled;
import org.appel.applications.model.Refusal.StageNotReachable;
import org.appel.applications.model.Refusal.TooLarge;
import org.appel.applications.model.Refusal.UnknownApplication;
import org.appel.applications.model.Refusal.UnknownDocument;
import org.appel.applications.model.Refusal.UnknownMailbox;
import org.appel.applications.model.Refusal.UnknownMessage;
import org.appel.applications.model.Refusal.UnknownPosting;
import org.appel.applications.model.Refusal.UnsafeFile;
import org.appel.applications.model.Refusal.UnusableDocuments;
import org.appel.applications.model.Refusal.UploadTimeout;
import org.appel.applications.model.Stage;
import org.appel.service.Fault;
import org.appel.service.Problem;

/** How each refusal is told over HTTP. */
public class Problems {
    @ServerExceptionMapper
    Response map(ApplicationRefused refused) {
        return of(refused.refusal()).toResponse();
    }

    /** The refusal as {@code application/problem+json}. */
    public static HttpProblem of(Refusal refusal) {
        return switch (refusal) {
            case UnknownPosting r -> problem(404, r, "There is no posting " + r.id());
            case PostingWithdrawn r -> problem(410, r, "Posting " + r.id() + " was withdrawn");
            case AppliesElsewhere r -> problem(409, r, "Posting " + r.id() + " names another way to apply");
            case NotOpenYet r ->
                builder(409, r, "Posting " + r.id() + " takes applications from " + r.opensAt())
                        .with("opensAt", r.opensAt())
                        .build();
            case DeadlinePassed r ->
                builder(409, r, "The deadline was at " + r.closesAt() + ", the application came at " + r.receivedAt())
                        .with("closesAt", r.closesAt())
                        .with("receivedAt", r.receivedAt())
                        .build();
            case IdempotencyKeyMissing r ->
                problem(400, r, "Send an Idempotency-Key: a new one for each application, in double quotes");
            case IdempotencyKeyMalformed r ->
                problem(
                        400,
                        r,
                        "The Idempotency-Key must be one string of 1 to 255 characters in double quotes, such as"
                                + " \"8e03978e-40d5-43dd-bc93-6894a57f9324\"");
            case IdempotencyKeyReused r ->
                problem(422, r, "This Idempotency-Key came with another payload before: take a new one");
            case IdempotencyKeyInUse r -> again(409, r, "A request with this Idempotency-Key is being worked on");
            case InvalidApplication r -> invalid(r);
            case TooLarge r -> problem(413, r, "A request may have at most " + r.mostBytes() + " bytes");
            case UploadTimeout r -> problem(408, r, "The request was not complete in time: send it again");
            case Busy r -> again(503, r, "Too many uploads at this moment: send it again");
            case UnusableDocuments r -> problem(422, r, "None of the documents can be used");
            case UnknownMessage r -> problem(404, r, "There is no mail " + r.id());
            case MessageForgotten r -> problem(410, r, "Who sent mail " + r.id() + " is no more known");
            case AlreadySorted r -> problem(409, r, "Mail " + r.id() + " was sorted before");
            case MailLate r ->
                builder(409, r, "The deadline was at " + r.closesAt() + ", the mail came at " + r.receivedAt())
                        .with("closesAt", r.closesAt())
                        .with("receivedAt", r.receivedAt())
                        .with("override", "acceptLate")
                        .build();
            case CandidateUnnamed r -> problem(422, r, "The mail does not say who the candidate is: name an email");
            case NobodyToAnswer r -> problem(409, r, "Mail " + r.id() + " names no address to answer to");
            case AnswersElsewhere r ->
                problem(
                        409,
                        r,
                        "An answer would go to another address than the author's, so it cannot hold words of your own:"
                                + " write to the author yourself");
            case UnsafeFile r ->
                problem(
                        422,
                        r,
                        r.virus() == null
                                ? "The file is too large to be scanned for viruses"
                                : "The file carries a virus: " + r.virus());
            case UnknownMailbox r -> problem(404, r, "There is no mailbox " + r.name());
            case DocumentsAway r -> again(503, r, "Documents cannot be taken or read at this moment: try it again");
            case UnknownApplication r -> problem(404, r, "There is no application " + r.id());
            case UnknownDocument r -> problem(404, r, "The application has no such document");
            case Erased r ->
                builder(410, r, "Application " + r.id() + " was erased")
                        .with("erasedAt", r.erasedAt())
                        .build();
            case NotErased r ->
                problem(404, r, "Application " + r.id() + " stands: there is no certificate of an erasure");
            case StageNotReachable r -> notReachable(r);
            case Settled r ->
                problem(409, r, "The application was withdrawn or decided before: nothing is changed in it any more");
            case LinkNotValid r ->
                builder(401, r, "The link has ended, or is not for this application: ask for a new one")
                        .withHeader(HttpHeaders.WWW_AUTHENTICATE, "CandidateLink")
                        .build();
        };
    }

    private static HttpProblem invalid(InvalidApplication refusal) {
        var errors = refusal.flaws().stream().map(Problems::fault).toList();
        var detail = errors.size() == 1 ? errors.getFirst().detail() : errors.size() + " things are wrong, see errors";
        return Problem.of(422, refusal.code(), detail, errors);
    }

    private static HttpProblem notReachable(StageNotReachable refusal) {
        var reachable = refusal.reachable().stream().map(Stage::code).collect(Collectors.joining(", "));
        return builder(
                        409,
                        refusal,
                        "From %s an application moves to %s"
                                .formatted(refusal.from().code(), reachable.isEmpty() ? "no other stage" : reachable))
                .with("reachable", refusal.reachable().stream().map(Stage::code).toList())
                .build();
    }

    private static HttpProblem again(int status, Refusal refusal, String detail) {
        return builder(status, refusal, detail)
                .withHeader(HttpHeaders.RETRY_AFTER, "1")
                .build();
    }

    private static HttpProblem problem(int status, Refusal refusal, String detail) {
        return builder(status, refusal, detail).build();
    }

    private static HttpProblem.Builder builder(int status, Refusal refusal, String detail) {
        return Problem.builder(status, refusal.code(), detail);
    }

    private static Fault fault(Flaw flaw) {
        return new Fault(flaw.pointer(), flaw.detail());
    }
}
