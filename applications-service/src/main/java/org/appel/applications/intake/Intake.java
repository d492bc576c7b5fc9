package org.appel.applications.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.Document;
import org.appel.applications.model.Flaw;
import org.appel.applications.model.IdempotencyKey;
import org.appel.applications.model.Receipt;
import org.appel.applications.model.Refusal;
import org.appel.applications.storage.Arrivals;
import org.appel.applications.storage.BlindIndex;
import org.appel.applications.storage.Desks;
import org.appel.applications.storage.Documents;

/** Takes applications in: once per request, one per person, and each arrival noted whatever becomes of it. */
@ApplicationScoped
public class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);
    /** Between two looks whether the first of two same requests is answered; each look reads the documents again. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Desks desks;
    private final Settlement settlement;
    private final Arrivals arrivals;
    private final BlindIndex index;
    private final PersonReader persons;
    private final DocumentReader documents;
    private final Documents store;
    private final WorkGate gate;
    private final IntakeThreads threads;
    private final Endings endings = new Endings();

    Intake(
            Desks desks,
            Settlement settlement,
            Arrivals arrivals,
            BlindIndex index,
            PersonReader persons,
            DocumentReader documents,
            Documents store,
            WorkGate gate,
            IntakeThreads threads) {
        this.desks = desks;
        this.settlement = settlement;
        this.arrivals = arrivals;
        this.index = index;
        this.persons = persons;
        this.documents = documents;
        this.store = store;
        this.gate = gate;
        this.threads = threads;
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
                boolean mayWait = System.nanoTime() < end;
                // Without documents there is hardly more to do than the transaction, which is shared and done by
                // others.
                var receipt = command.parts().documents().isEmpty()
                        ? takeOrNote(command, mayWait)
                        : threads.call(() -> takeOrNote(command, mayWait));
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
        var person = draft == null ? null : draft.person();
        var subject = person == null ? null : index.subject(command.posting(), person.email());
        var question = new Desks.Question(request, subject);
        return settlement.settle(new Attempt(command, question, fingerprint, draft, store.stage(sound)));
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
        var desk = desks.glance(command.posting(), request).orElseThrow(() -> unknown(command));
        if (desk.answered() != null) {
            return null;
        }
        desk.posting().admit(command.arrivedAt());
        var person = persons.read(command, flaws);
        var sound = documents.read(desk.posting(), command.parts().documents(), scratch, flaws);
        return new Draft(person, sound, flaws);
    }

    private static ApplicationRefused unknown(Apply command) {
        return new ApplicationRefused(new Refusal.UnknownPosting(command.posting()));
    }
}
