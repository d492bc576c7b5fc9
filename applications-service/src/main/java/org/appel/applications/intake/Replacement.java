package org.appel.applications.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import org.appel.applications.messaging.ApplicationEventWriter;
import org.appel.applications.messaging.ApplicationReceivedV1;
import org.appel.applications.model.Application;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.Candidacy;
import org.appel.applications.model.Document;
import org.appel.applications.model.DocumentIntake;
import org.appel.applications.model.Flaw;
import org.appel.applications.model.Refusal;
import org.appel.applications.model.ReplaceDocuments;
import org.appel.applications.model.StoredDocument;
import org.appel.applications.storage.Applications;
import org.appel.applications.storage.Arrivals;
import org.appel.applications.storage.Documents;
import org.appel.applications.storage.KnownPostings;
import org.appel.applications.storage.Replacements;
import org.appel.applications.storage.StagedDocuments;

/** Takes documents in the place of others: an arrival like any other, with the same limits, checks and ledger. */
@ApplicationScoped
public class Replacement implements DocumentIntake {
    private static final Logger LOG = Logger.getLogger(Replacement.class);
    private static final int CHUNK = 1 << 16;
    private static final int NONE = -1;

    private final KnownPostings postings;
    private final Applications applications;
    private final Replacements replacements;
    private final Arrivals arrivals;
    private final DocumentReader documents;
    private final Documents store;
    private final WorkGate gate;
    private final ApplicationEventWriter events;

    Replacement(
            KnownPostings postings,
            Applications applications,
            Replacements replacements,
            Arrivals arrivals,
            DocumentReader documents,
            Documents store,
            WorkGate gate,
            ApplicationEventWriter events) {
        this.postings = postings;
        this.applications = applications;
        this.replacements = replacements;
        this.arrivals = arrivals;
        this.documents = documents;
        this.store = store;
        this.gate = gate;
        this.events = events;
    }

    @Override
    public void replace(ReplaceDocuments command) {
        var parts = parts(command);
        try (var _ = gate.enter(parts)) {
            takeOrNote(command, parts);
        }
    }

    private void takeOrNote(ReplaceDocuments command, Parts parts) {
        try (var scratch = documents.scratch()) {
            take(command, parts, scratch);
        } catch (ApplicationRefused refused) {
            LOG.debugf(
                    "documents refused applicationId=%s reason=%s",
                    command.application(), refused.refusal().code());
            arrivals.refused(
                    command.posting().value(),
                    command.arrivedAt(),
                    refused.refusal().code());
            throw refused;
        }
    }

    private static Parts parts(ReplaceDocuments command) {
        return new Parts(
                List.of(),
                command.files().stream()
                        .map(file -> new Parts.Part(command.kind(), file.name(), file.size(), file.content(), null))
                        .toList());
    }

    /** Documents are looked at before the transaction, and only when there is a chance that they are taken. */
    private void take(ReplaceDocuments command, Parts parts, Scratch scratch) {
        var posting = postings.find(command.posting()).orElseThrow(() -> unknown(command));
        posting.admitChange(command.arrivedAt());
        var flaws = new ArrayList<Flaw>();
        var sound = documents.read(posting, parts.documents(), scratch, flaws);
        if (sound.isEmpty() && flaws.isEmpty()) {
            flaws.add(new Flaw("/documents", "Send a file"));
        }
        if (!flaws.isEmpty()) {
            throw new ApplicationRefused(new Refusal.InvalidApplication(flaws));
        }
        var seen = standing(command);
        var same = isStillThere(command, seen, sound);
        var staged = store.stage(same ? List.of() : sound);
        QuarkusTransaction.requiringNew().run(() -> decide(command, staged, same ? seen.version() : NONE));
    }

    /**
     * The posting first and the application then, as the intake locks them.
     *
     * @param same the version that holds the very same files; else {@link #NONE}
     */
    private void decide(ReplaceDocuments command, StagedDocuments staged, int same) {
        var posting = postings.hold(command.posting()).orElseThrow(() -> unknown(command));
        var admission = posting.admitChange(command.arrivedAt());
        var application = running(applications.lock(command.application()), command);
        if (same == NONE) {
            tell(application, replacements.replace(application, staged, admission, command.arrivedAt()), command);
        } else if (same == application.version()) {
            replacements.sameAgain(application, command.arrivedAt());
        } else {
            throw new ApplicationRefused(new Refusal.Busy());
        }
    }

    private void tell(Application.Live application, int revision, ReplaceDocuments command) {
        events.record(new ApplicationReceivedV1(
                application.id().value(),
                application.posting().value(),
                application.organisation(),
                application.person().language().code(),
                "api",
                revision,
                command.arrivedAt(),
                null));
        LOG.infof("documents replaced applicationId=%s revision=%d", application.id(), revision);
    }

    private Application.Live standing(ReplaceDocuments command) {
        return running(applications.find(command.application()), command);
    }

    private static Application.Live running(Optional<Application> found, ReplaceDocuments command) {
        var application = found.orElseThrow(
                        () -> new ApplicationRefused(new Refusal.UnknownApplication(command.application())))
                .live();
        if (!(application.candidacy() instanceof Candidacy.Running)) {
            throw new ApplicationRefused(new Refusal.Settled());
        }
        return application;
    }

    /** As {@link #isThere}; what is replaced or erased while it is read is not there any more. */
    private boolean isStillThere(ReplaceDocuments command, Application.Live seen, List<Document> sent) {
        try {
            return isThere(seen, sent);
        } catch (UncheckedIOException | IllegalStateException | ApplicationRefused gone) {
            if (standing(command).version() == seen.version()) {
                throw gone;
            }
            return false;
        }
    }

    /** Whether the documents of that kind are these already, by name and content. */
    private boolean isThere(Application.Live application, List<Document> sent) {
        var kind = sent.getFirst().kind();
        var there = applications.documents(application).stream()
                .filter(document -> document.kind().equals(kind))
                .toList();
        return there.size() == sent.size()
                && IntStream.range(0, sent.size()).allMatch(i -> isSame(application, there.get(i), sent.get(i)));
    }

    private boolean isSame(Application.Live application, StoredDocument there, Document sent) {
        if (there.size() != sent.size() || !there.name().equals(sent.name())) {
            return false;
        }
        try (var ours = applications.content(application, there.id());
                var theirs = sent.content().open()) {
            return hasSameBytes(ours, theirs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasSameBytes(InputStream one, InputStream other) throws IOException {
        byte[] chunk;
        do {
            chunk = one.readNBytes(CHUNK);
            if (!Arrays.equals(chunk, other.readNBytes(CHUNK))) {
                return false;
            }
        } while (chunk.length > 0);
        return true;
    }

    private static ApplicationRefused unknown(ReplaceDocuments command) {
        return new ApplicationRefused(new Refusal.UnknownPosting(command.posting()));
    }
}
