package org.appel.notification.delivery;

import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.notification.model.Attempt;
import org.appel.notification.model.Kind;
import org.appel.notification.model.Occasion.ApplicationArrived;
import org.appel.notification.model.Occasion.ApplicationWithdrawn;
import org.appel.notification.model.Occasion.IntakeOver;
import org.appel.notification.model.Occasion.LinkRequested;
import org.appel.notification.model.Occasion.MessageDeclined;
import org.appel.notification.model.Occasion.RetentionEnding;
import org.appel.notification.model.Occasion.WebhookDisabled;
import org.appel.notification.model.Outcome;
import org.appel.notification.model.OwedMail;
import org.appel.notification.model.Posting;
import org.appel.notification.model.Postings;
import org.appel.notification.model.ProblemCode;

/** Makes of an owed mail a letter with its recipients. */
@ApplicationScoped
class Composer {

    private final Postings postings;
    private final CandidateLetters toCandidate;
    private final SenderLetters toSender;
    private final HrLetters toHumanResources;
    private final BoardLetters toBoard;

    Composer(
            Postings postings,
            CandidateLetters toCandidate,
            SenderLetters toSender,
            HrLetters toHumanResources,
            BoardLetters toBoard) {
        this.postings = postings;
        this.toCandidate = toCandidate;
        this.toSender = toSender;
        this.toHumanResources = toHumanResources;
        this.toBoard = toBoard;
    }

    /** @throws CannotSend if something that it needs is not there */
    Addressed compose(Attempt attempt) {
        var mail = attempt.mail();
        return switch (mail.occasion()) {
            case ApplicationArrived o
            when mail.kind() == Kind.ACKNOWLEDGEMENT -> toCandidate.acknowledgement(posting(mail), o);
            case ApplicationArrived o -> toHumanResources.notice(posting(mail), o, attempt.delivered());
            case IntakeOver o -> toHumanResources.summary(posting(mail), o, attempt.delivered());
            case ApplicationWithdrawn o -> toCandidate.withdrawal(posting(mail), o);
            case LinkRequested o -> toCandidate.accessLink(posting(mail), o);
            case RetentionEnding o -> toCandidate.retentionNotice(posting(mail), o);
            case MessageDeclined o
            when mail.posting() == null -> toSender.answer(Objects.requireNonNull(mail.organisation()), o);
            case MessageDeclined o -> toSender.answer(posting(mail), o);
            case WebhookDisabled o -> toBoard.disabled(o);
        };
    }

    /** @throws CannotSend if its events have not arrived yet */
    private Posting posting(OwedMail mail) {
        return Optional.ofNullable(mail.posting())
                .flatMap(postings::find)
                .orElseThrow(() -> new CannotSend(new Outcome.Postponed(null, new ProblemCode("posting-unknown"))));
    }
}
