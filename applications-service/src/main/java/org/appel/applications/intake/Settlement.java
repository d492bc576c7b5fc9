package org.appel.applications.intake;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;

import org.appel.applications.messaging.ApplicationEventWriter;
import org.appel.applications.messaging.ApplicationReceivedV1;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.DocumentKind;
import org.appel.applications.model.Flaw;
import org.appel.applications.model.KnownPosting;
import org.appel.applications.model.PostingId;
import org.appel.applications.model.Receipt;
import org.appel.applications.model.Refusal;
import org.appel.applications.storage.BlindIndex;
import org.appel.applications.storage.Desk;
import org.appel.applications.storage.Desks;
import org.appel.applications.storage.Standing;
import org.appel.applications.storage.Submission;
import org.appel.applications.storage.Submissions;
import org.appel.applications.storage.TakenMeanwhile;
import org.appel.messaging.Trouble;

/**
 * Decides what becomes of a request that was read, and stores it: once per request, one per person. Those who apply to one
 * posting at the same moment share a transaction, each with a decision of its own.
 */
@ApplicationScoped
class Settlement {

    /** Each lost race has a winner that is seen the next time; more than a few in a row do not happen. */
    private static final int TRIES = 8;

    /** A tenth of a second's work at the most. */
    private static final int MOST_TOGETHER = 32;

    /** Class of SQLSTATE. */
    private static final String ROLLED_BACK = "40";

    private final Desks desks;
    private final Submissions submissions;
    private final BlindIndex index;
    private final ApplicationEventWriter events;
    private final GroupCommit<PostingId, Attempt, Outcome> together;

    Settlement(
            Desks desks,
            Submissions submissions,
            BlindIndex index,
            ApplicationEventWriter events,
            IntakeThreads threads) {
        this.desks = desks;
        this.submissions = submissions;
        this.index = index;
        this.events = events;
        this.together = new GroupCommit<>(MOST_TOGETHER, Attempt::identities, this::transact, threads);
    }

    /** @throws ApplicationRefused with the reason; nothing is noted of it */
    Receipt settle(Attempt attempt) {
        var outcome = attempt.documents().areYetToBeWritten() ? new Alone() : settleTogether(attempt);
        return switch (outcome) {
            case Taken taken -> taken.receipt();
            case Refused refused -> throw refused.reason();
            case Alone _ -> settleAlone(attempt);
        };
    }

    /** What is found of one of them. */
    private sealed interface Finding {}

    /** What becomes of one of them. */
    private sealed interface Outcome extends Finding {}

    private record Taken(Receipt receipt) implements Outcome {}

    private record Refused(ApplicationRefused reason) implements Outcome {}

    /** Not decided: the person has an application, whose row others may hold as well, or one of the group was in the way. */
    private record Alone() implements Outcome {}

    /** It is taken as new, with the others of which that is found. */
    private record Fresh(Submission submission) implements Finding {}

    /** The person has an application, which it brings up to date. */
    private record Again(Standing standing, Submission submission) implements Finding {}

    private Outcome settleTogether(Attempt attempt) {
        try {
            return together.take(attempt.posting(), attempt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApplicationRefused(new Refusal.Busy());
        } catch (RuntimeException e) {
            if (!(e instanceof TakenMeanwhile) && isDatabaseAway(e)) {
                throw e;
            }
            // Whosever fault it is, or whoever was in the way: it is nobody else's.
            return new Alone();
        }
    }

    /** A transaction that the database ended because of another one is worth a try alone. */
    private static boolean isDatabaseAway(RuntimeException failure) {
        return Trouble.of(failure) == Trouble.PASSING
                && Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                        .noneMatch(cause -> cause instanceof SQLException sql
                                && String.valueOf(sql.getSQLState()).startsWith(ROLLED_BACK));
    }

    private Receipt settleAlone(Attempt attempt) {
        for (int tries = 1; ; tries++) {
            try {
                return switch (transact(List.of(attempt)).getFirst()) {
                    case Taken taken -> taken.receipt();
                    case Refused refused -> throw refused.reason();
                    case Alone _ -> throw new IllegalStateException("Nobody was in its way");
                };
            } catch (TakenMeanwhile lost) {
                if (tries == TRIES) {
                    throw new ApplicationRefused(new Refusal.IdempotencyKeyInUse());
                }
            }
        }
    }

    private List<Outcome> transact(List<Attempt> group) {
        return QuarkusTransaction.requiringNew().call(() -> decide(group));
    }

    /** @param group of one posting, with nothing in common otherwise */
    private List<Outcome> decide(List<Attempt> group) {
        var posting = group.getFirst().posting();
        var found = desks.hold(posting, group.stream().map(Attempt::question).toList());
        if (found.isEmpty()) {
            var unknown = new ApplicationRefused(new Refusal.UnknownPosting(posting));
            return Collections.nCopies(group.size(), new Refused(unknown));
        }
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < group.size(); i++) {
            findings.add(judge(group.get(i), found.get(i)));
        }
        return stored(found.getFirst().posting(), findings);
    }

    private Finding judge(Attempt attempt, Desk desk) {
        try {
            return judged(attempt, desk);
        } catch (ApplicationRefused refused) {
            return new Refused(refused);
        }
    }

    private Finding judged(Attempt attempt, Desk desk) {
        var command = attempt.command();
        if (!desk.requestFree()) {
            throw new ApplicationRefused(new Refusal.IdempotencyKeyInUse());
        }
        if (desk.answered() != null) {
            var first = desk.answered().again(attempt.fingerprint());
            submissions.duplicate(command.posting(), command.arrivedAt(), first);
            return new Taken(first);
        }
        var admission = desk.posting().admit(command.arrivedAt());
        var draft = attempt.draft();
        if (draft == null) {
            // The first answer was forgotten this moment: as new, on the next try.
            throw new ApplicationRefused(new Refusal.IdempotencyKeyInUse());
        }
        var standing = desk.standing();
        if (standing != null && !admission.mayChange(standing.admission())) {
            throw desk.posting().deadlinePassed(command.arrivedAt());
        }
        var person = draft.person();
        var subject = attempt.question().subject();
        var flaws =
                Stream.concat(draft.flaws().stream(), missing(command, desk)).toList();
        if (!flaws.isEmpty() || person == null || subject == null) {
            throw new ApplicationRefused(new Refusal.InvalidApplication(flaws));
        }
        var submission = new Submission(
                desk.posting(),
                admission,
                person,
                attempt.documents(),
                subject,
                index.kin(command.posting(), person.email()),
                attempt.question().request(),
                attempt.fingerprint(),
                command.arrivedAt());
        return standing == null ? new Fresh(submission) : new Again(standing, submission);
    }

    /** Required documents that neither came, sound or not, nor are there from before. */
    private static Stream<Flaw> missing(Apply command, Desk desk) {
        Set<DocumentKind> had =
                desk.standing() == null ? Set.of() : desk.standing().documents();
        return desk.posting().requiredDocuments().stream()
                .filter(kind -> command.parts().documents().stream()
                        .noneMatch(part -> part.name().equals(kind.name())))
                .filter(kind -> !had.contains(kind))
                .map(kind -> new Flaw("/documents/" + kind, "This document is required and missing"));
    }

    private Taken updated(Again again) {
        var submission = again.submission();
        var receipt = submissions.update(again.standing().id(), submission);
        events.record(event(submission, receipt));
        return new Taken(receipt);
    }

    private List<Outcome> stored(KnownPosting posting, List<Finding> findings) {
        var fresh = findings.stream()
                .filter(Fresh.class::isInstance)
                .map(finding -> ((Fresh) finding).submission())
                .toList();
        var receipts = submissions.insert(posting, fresh);
        var told = new ArrayList<ApplicationReceivedV1>();
        for (int i = 0; i < fresh.size(); i++) {
            told.add(event(fresh.get(i), receipts.get(i)));
        }
        events.recordReceived(told);
        var next = receipts.iterator();
        return findings.stream()
                .map(finding -> switch (finding) {
                    case Fresh _ -> new Taken(next.next());
                    case Again again -> findings.size() == 1 ? updated(again) : new Alone();
                    case Outcome outcome -> outcome;
                })
                .toList();
    }

    private static ApplicationReceivedV1 event(Submission submission, Receipt receipt) {
        return new ApplicationReceivedV1(
                receipt.id().value(),
                receipt.posting().value(),
                submission.posting().organisation(),
                submission.person().language().code(),
                "api",
                receipt.revision(),
                receipt.receivedAt(),
                null);
    }
}
