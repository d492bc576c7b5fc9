package org.appel.applications.mailbox;

import java.time.Instant;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.appel.applications.mailbox.mime.IncomingMail;
import org.appel.applications.model.Admission;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.EmailAddress;
import org.appel.applications.model.Judgement;
import org.appel.applications.model.KnownPosting;
import org.appel.applications.model.MailHead;
import org.appel.applications.model.Receipt;
import org.appel.applications.model.Refusal;
import org.appel.applications.storage.Applications;
import org.appel.applications.storage.KnownPostings;
import org.appel.applications.storage.UnsortedMail;

/** Files mails where HR says they belong: they count as arrived when they really arrived. */
@ApplicationScoped
class Assignment {
    private static final byte[] NO_CONTENT = {};

    private final TrayDesk desk;
    private final KeptMails kept;
    private final KnownPostings postings;
    private final Mailboxes mailboxes;
    private final Candidatures candidatures;
    private final Filing filing;
    private final Applications applications;

    Assignment(
            TrayDesk desk,
            KeptMails kept,
            KnownPostings postings,
            Mailboxes mailboxes,
            Candidatures candidatures,
            Filing filing,
            Applications applications) {
        this.desk = desk;
        this.kept = kept;
        this.postings = postings;
        this.mailboxes = mailboxes;
        this.candidatures = candidatures;
        this.filing = filing;
        this.applications = applications;
    }

    /** @throws ApplicationRefused if mail or posting are unknown to the caller, or the posting does not take it */
    Receipt handle(AssignMail command) {
        var mail = desk.find(command.message());
        var posting = postings.find(command.posting())
                .filter(known -> known.organisation().equals(mail.organisation()))
                .orElseThrow(() -> new ApplicationRefused(new Refusal.UnknownPosting(command.posting())));
        admit(posting, mail.receivedAt(), command.acceptLate());
        try (var opened = kept.open(mail)) {
            var named = named(mail, opened.mail().mail(), command);
            var arrived = mail.arrived(
                    named.head(),
                    named.mail() == null ? NO_CONTENT : named.mail().content());
            var candidature = candidatures.of(arrived, named.mail(), named.author(), posting);
            var judgement = desk.sort(
                    mail.id(),
                    _ -> filing.fileByHand(
                            arrived.in(candidature.person().language()),
                            candidature,
                            known -> admit(known, mail.receivedAt(), command.acceptLate())));
            return receipt(judgement, mail.receivedAt());
        }
    }

    /**
     * Who the candidate is, and what they sent.
     *
     * @param mail null if it could not be read
     */
    private record Named(EmailAddress author, @Nullable IncomingMail mail, MailHead head) {
        @Override
        public String toString() {
            return "Named[…]";
        }
    }

    private Named named(UnsortedMail mail, @Nullable IncomingMail content, AssignMail command) {
        var authorship = content == null
                ? new Authorship.Unclear(mail.reason())
                : Authorship.of(
                        content,
                        mailboxes.own(mail.organisation(), postings.ofOrganisation(mail.organisation()).stream()));
        var candidates = candidates(authorship, content);
        if (command.email() != null) {
            return new Named(command.email(), candidates, mail.head().by(command.email(), command.name()));
        }
        return switch (authorship) {
            case Authorship.Candidate candidate -> new Named(candidate.author(), candidates, mail.head());
            case Authorship.Unclear unclear
            when unclear.reason().equals(Authorship.AUTHOR_FORGED)
                    && mail.head().from() != null -> new Named(mail.head().from(), candidates, mail.head());
            case Authorship.Unclear _, Authorship.Machine _ ->
                throw new ApplicationRefused(new Refusal.CandidateUnnamed());
        };
    }

    private static @Nullable IncomingMail candidates(Authorship authorship, @Nullable IncomingMail content) {
        if (authorship instanceof Authorship.Candidate candidate) {
            return candidate.mail();
        }
        return content == null ? null : Authorship.whole(content);
    }

    private static Admission admit(KnownPosting posting, Instant receivedAt, boolean acceptLate) {
        try {
            return posting.admitByMail(receivedAt);
        } catch (ApplicationRefused refused) {
            if (!(refused.refusal() instanceof Refusal.DeadlinePassed late)) {
                throw refused;
            }
            if (acceptLate) {
                return Admission.LATE;
            }
            throw new ApplicationRefused(new Refusal.MailLate(late.id(), late.closesAt(), late.receivedAt()));
        }
    }

    private Receipt receipt(Judgement judgement, Instant receivedAt) {
        return switch (judgement) {
            case Judgement.Filed filed -> filed.receipt();
            case Judgement.Repeated repeated -> {
                var application = applications
                        .find(Objects.requireNonNull(repeated.application()))
                        .orElseThrow()
                        .live();
                yield new Receipt(
                        application.id(),
                        application.posting(),
                        receivedAt,
                        application.candidacy().stage(),
                        application.revision());
            }
            case Judgement.Refused _, Judgement.Unsorted _, Judgement.Automatic _ ->
                throw new IllegalStateException("An assigned mail became " + judgement.outcome());
        };
    }
}
