package org.appel.applications.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.appel.applications.messaging.ApplicationEventWriter;
import org.appel.applications.messaging.ApplicationReceivedV1;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.Document;
import org.appel.applications.model.Flaw;
import org.appel.applications.model.IdempotencyKey;
import org.appel.applications.model.Receipt;
import org.appel.applications.model.Refusal;
import org.appel.applications.storage.Arrivals;
import org.appel.applications.storage.BlindIndex;
import org.appel.applications.storage.Desk;
import org.appel.applications.storage.Desks;
import org.appel.applications.storage.Documents;
import org.appel.applications.storage.StagedDocuments;
import org.appel.applications.storage.Standing;
import org.appel.applications.storage.Submission;
import org.appel.applications.storage.Submissions;
import org.appel.applications.storage.TakenMeanwhile;

/** Takes applications in: once per request, one per person, and each arrival noted whatever becomes of it. */
@ApplicationScoped
public class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);
    /** Each lost race has a winner that is seen the next time; more than a few in a row do not happen. */
    private static final int TRIES = 8;

    /** Between two looks whether the first of two same requests is answered; each look reads the documents again. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Desks desks;
    private final Submissions submissions;
    private final Arrivals arrivals;
    private final BlindIndex index;
    private final PersonReader persons;
    private final DocumentReader documents;
    private final Documents store;
    private final WorkGate gate;
    private final ApplicationEventWriter events;
    private final Endings endings = new Endings();

    Intake(
            Desks desks,
            Submissions submissions,
            Arrivals arrivals,
            BlindIndex index,
            PersonReader persons,
            DocumentReader documents,
            Documents store,
            WorkGate gate,
            ApplicationEventWriter events) {
        this.desks = desks;
        this.submissions = submissions;
        this.arrivals = arrivals;
        this.index = index;
        this.persons = persons;
        this.documents = documents;
        this.store = store;
        this.gate = gate;
        this.events = events;
    }

    /**
     * Stores the application, or brings the one that the person has up to date, or gives the first answer again.
     *
     * @throws ApplicationRefused with the reason; the arrival is noted in the ledger if the posting is known, but not if
     *     so many are in work that nothing of it was looked at
     */
    Receipt handle(Apply command) {
        return handle(command, Duration.ZERO);
    }

    /**
     * The same for somebody who cannot ask again by themselves: who sent the same a moment before gets its answer once it is
     * there.
     *
     * @param patience how long to wait for it
     */
    Receipt handle(Apply command, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try (var _ = gate.enter(command.parts())) {
                var receipt = takeOrNote(command, System.nanoTime() < end);
                endings.tell();
                return receipt;
            } catch (StillInWork _) {
                pause();
            }
        }
    }

    /** The same request came before and is not answered yet. */
    private static final class StillInWork extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StillInWork() {
            super(null, null, false, false);
        }
    }

    private void pause() {
        try {
            endings.await(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApplicationRefused(new Refusal.Busy());
        }
    }

    private Receipt takeOrNote(Apply command, boolean mayWait) {
        try (var scratch = documents.scratch()) {
            return take(command, scratch);
        } catch (ApplicationRefused refused) {
            if (mayWait && refused.refusal() instanceof Refusal.IdempotencyKeyInUse) {
                throw new StillInWork();
            }
            LOG.debugf(
                    "application refused postingId=%s reason=%s",
                    command.posting(), refused.refusal().code());
            arrivals.refused(
                    command.posting().value(),
                    command.arrivedAt(),
                    refused.refusal().code());
            throw refused;
        }
    }

    private Receipt take(Apply command, Scratch scratch) {
        var key = IdempotencyKey.parse(command.idempotencyKey());
        var request = index.request(command.posting(), key);
        var fingerprint = Fingerprint.of(index.fingerprint(), command.parts(), documents::isTooLarge);
        var draft = draft(command, request, scratch);
        var sound = draft == null || !draft.isSound() ? List.<Document>of() : draft.documents();
        return settle(new Attempt(command, request, fingerprint, draft, store.stage(sound)));
    }

    /**
     * Documents are looked at before the transaction, and only when there is a chance that they are taken.
     *
     * @return null if the request was answered before, so that nothing needs to be looked at
     */
    private @Nullable Draft draft(Apply command, byte[] request, Scratch scratch) {
        var flaws = new ArrayList<Flaw>();
        if (command.parts().documents().isEmpty()) {
            return new Draft(persons.read(command, flaws), List.of(), flaws);
        }
        var desk = desks.glance(command.posting(), request, null).orElseThrow(() -> unknown(command));
        if (desk.answered() != null) {
            return null;
        }
        desk.posting().admit(command.arrivedAt());
        var person = persons.read(command, flaws);
        var sound = documents.read(desk.posting(), command.parts().documents(), scratch, flaws);
        return new Draft(person, sound, flaws);
    }

    private Receipt settle(Attempt attempt) {
        for (int tries = 1; ; tries++) {
            try {
                return QuarkusTransaction.requiringNew().call(() -> decide(attempt));
            } catch (TakenMeanwhile lost) {
                if (tries == TRIES) {
                    throw new ApplicationRefused(new Refusal.IdempotencyKeyInUse());
                }
            }
        }
    }

    private Receipt decide(Attempt attempt) {
        var command = attempt.command();
        var draft = attempt.draft();
        var person = draft == null ? null : draft.person();
        var subject = person == null ? null : index.subject(command.posting(), person.email());
        var desk = desks.hold(command.posting(), attempt.request(), subject).orElseThrow(() -> unknown(command));
        if (!desk.requestFree()) {
            throw new ApplicationRefused(new Refusal.IdempotencyKeyInUse());
        }
        if (desk.answered() != null) {
            var first = desk.answered().again(attempt.fingerprint());
            submissions.duplicate(command.posting(), command.arrivedAt(), first);
            return first;
        }
        var admission = desk.posting().admit(command.arrivedAt());
        if (draft == null) {
            // The first answer was forgotten this moment: as new, on the next try.
            throw new ApplicationRefused(new Refusal.IdempotencyKeyInUse());
        }
        if (desk.standing() != null && !admission.mayChange(desk.standing().admission())) {
            throw desk.posting().deadlinePassed(command.arrivedAt());
        }
        var flaws =
                Stream.concat(draft.flaws().stream(), missing(command, desk)).toList();
        if (!flaws.isEmpty() || person == null || subject == null) {
            throw new ApplicationRefused(new Refusal.InvalidApplication(flaws));
        }
        return store(
                new Submission(
                        desk.posting(),
                        admission,
                        person,
                        attempt.documents(),
                        subject,
                        index.kin(command.posting(), person.email()),
                        attempt.request(),
                        attempt.fingerprint(),
                        command.arrivedAt()),
                desk.standing());
    }

    private Receipt store(Submission submission, @Nullable Standing standing) {
        var receipt = standing == null ? submissions.insert(submission) : submissions.update(standing.id(), submission);
        events.record(new ApplicationReceivedV1(
                receipt.id().value(),
                receipt.posting().value(),
                submission.posting().organisation(),
                submission.person().language().code(),
                "api",
                receipt.revision(),
                receipt.receivedAt(),
                null));
        return receipt;
    }

    /** Required documents that neither came, sound or not, nor are there from before. */
    private static Stream<Flaw> missing(Apply command, Desk desk) {
        Standing standing = desk.standing();
        return desk.posting().requiredDocuments().stream()
                .filter(kind -> command.parts().documents().stream()
                        .noneMatch(part -> part.name().equals(kind.name())))
                .filter(kind -> standing == null || !standing.documents().contains(kind))
                .map(kind -> new Flaw("/documents/" + kind, "This document is required and missing"));
    }

    private static ApplicationRefused unknown(Apply command) {
        return new ApplicationRefused(new Refusal.UnknownPosting(command.posting()));
    }

    /** One request with what was read and reckoned of it. */
    private record Attempt(
            Apply command,
            byte[] request,
            byte[] fingerprint,
            @Nullable Draft draft,
            StagedDocuments documents) {
        @Override
        public String toString() {
            return "Attempt[posting=" + command.posting() + "]";
        }
    }
}
