package org.appel.applications.mailbox;

import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.applications.messaging.ApplicationEventWriter;
import org.appel.applications.messaging.ApplicationReceivedV1;
import org.appel.applications.model.Admission;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.Guess;
import org.appel.applications.model.Judgement;
import org.appel.applications.model.KnownPosting;
import org.appel.applications.model.PostingId;
import org.appel.applications.model.Refusal;
import org.appel.applications.storage.Acknowledgements;
import org.appel.applications.storage.ArrivedMail;
import org.appel.applications.storage.BlindIndex;
import org.appel.applications.storage.ErasedMails;
import org.appel.applications.storage.MailDesk;
import org.appel.applications.storage.MailDesks;
import org.appel.applications.storage.MailSubmission;
import org.appel.applications.storage.MailSubmissions;

/** Files mails at postings, each in the transaction of whoever asks for it. */
@ApplicationScoped
class Filing {
    /** It came after the deadline, of somebody who has an application there, and would change what came before. */
    static final String LATE_CHANGE = "late-change";

    private final MailDesks desks;
    private final MailSubmissions submissions;
    private final Acknowledgements acknowledgements;
    private final Answering answering;
    private final BlindIndex index;
    private final ErasedMails erased;
    private final ApplicationEventWriter events;

    Filing(
            MailDesks desks,
            MailSubmissions submissions,
            Acknowledgements acknowledgements,
            Answering answering,
            BlindIndex index,
            ErasedMails erased,
            ApplicationEventWriter events) {
        this.desks = desks;
        this.submissions = submissions;
        this.acknowledgements = acknowledgements;
        this.answering = answering;
        this.index = index;
        this.erased = erased;
        this.events = events;
    }

    /** Says how a mail is admitted to a posting. */
    interface Admitting {
        /** @throws ApplicationRefused if it is not */
        Admission admit(KnownPosting posting);
    }

    /**
     * Makes an application of it, or brings the one that the person has up to date. Leaves it to people if it would change
     * what the person has sent, and somebody else may have written it, or it came too late for that: who was in time is not
     * to hear that they were not.
     *
     * @throws ApplicationRefused if the posting does not take it, or is unknown
     */
    Settled file(ArrivedMail mail, Candidature candidature, Admitting admitting) {
        return file(mail, candidature, admitting, false);
    }

    /**
     * The same, and nothing is left to people: they decided it.
     *
     * @throws ApplicationRefused if the posting does not take it, or is unknown
     */
    Settled fileByHand(ArrivedMail mail, Candidature candidature, Admitting admitting) {
        return file(mail, candidature, admitting, true);
    }

    private Settled file(ArrivedMail mail, Candidature candidature, Admitting admitting, boolean byHand) {
        var posting = candidature.posting();
        var subject = index.subject(posting, candidature.person().email());
        var desk = desks.hold(posting, subject, mail.content())
                .orElseThrow(() -> new ApplicationRefused(new Refusal.UnknownPosting(posting)));
        if (desk.same() != null) {
            erased.queueIfErased(
                    Objects.requireNonNull(desk.standing()),
                    mail.place(),
                    mail.head().ownId());
            return new Settled(
                    mail, new Judgement.Repeated(desk.same(), posting, desk.standing(), desk.revision()), null);
        }
        boolean maybeLeft = !byHand && desk.standing() != null;
        Admission admission;
        try {
            admission = admitting.admit(desk.posting());
        } catch (ApplicationRefused refused) {
            if (maybeLeft && refused.refusal() instanceof Refusal.DeadlinePassed) {
                return left(mail, posting, LATE_CHANGE);
            }
            throw refused;
        }
        if (maybeLeft && candidature.doubt() != null) {
            return left(mail, posting, candidature.doubt());
        }
        if (maybeLeft && !admission.mayChange(desk.admission())) {
            return left(mail, posting, LATE_CHANGE);
        }
        var submission = new MailSubmission(
                desk.posting(),
                candidature.person(),
                candidature.documents(),
                subject,
                index.kin(posting, candidature.person().email()),
                admission,
                mail.receivedAt());
        return taken(mail.with(mail.head().without(candidature.unusable())), desk, submission);
    }

    private static Settled left(ArrivedMail mail, PostingId posting, String reason) {
        var guesses = List.of(new Guess(posting, Opinions.NAMED));
        return new Settled(mail, new Judgement.Unsorted(posting, reason, guesses), null);
    }

    private Settled taken(ArrivedMail mail, MailDesk desk, MailSubmission submission) {
        var taken = desk.standing() == null
                ? submissions.insert(submission)
                : submissions.update(desk.standing(), submission);
        var receipt = taken.receipt();
        var leave = answering.ask(mail, receipt.posting());
        if (!leave.isGiven()) {
            acknowledgements.told(
                    receipt.id(), receipt.revision(), receipt.posting(), leave.unanswered(), receipt.receivedAt());
        }
        events.record(new ApplicationReceivedV1(
                receipt.id().value(),
                receipt.posting().value(),
                mail.organisation(),
                taken.language().code(),
                "mail",
                receipt.revision(),
                receipt.receivedAt(),
                leave.unanswered()));
        return new Settled(
                mail, new Judgement.Filed(receipt, desk.standing() != null, leave.unanswered()), leave.index());
    }
}
