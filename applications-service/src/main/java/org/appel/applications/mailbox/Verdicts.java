package org.appel.applications.mailbox;

import java.nio.file.Path;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.Admission;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.Content;
import org.appel.applications.model.Decline;
import org.appel.applications.model.Judgement;
import org.appel.applications.model.KnownPosting;
import org.appel.applications.model.PostingId;
import org.appel.applications.model.Refusal;
import org.appel.applications.storage.ArrivedMail;
import org.appel.applications.storage.ErasedMails;
import org.appel.applications.storage.MailDesks;
import org.appel.applications.storage.Messages;
import org.appel.applications.storage.SealedBlobs;

/** Has the last word on a mail, and notes it, in the transaction of whoever asks. */
@ApplicationScoped
class Verdicts {
    private final Messages messages;
    private final MailDesks desks;
    private final SealedBlobs blobs;
    private final ErasedMails erased;
    private final Filing filing;
    private final Declining declining;
    private final Leaving leaving;

    Verdicts(
            Messages messages,
            MailDesks desks,
            SealedBlobs blobs,
            ErasedMails erased,
            Filing filing,
            Declining declining,
            Leaving leaving) {
        this.messages = messages;
        this.desks = desks;
        this.blobs = blobs;
        this.erased = erased;
        this.filing = filing;
        this.declining = declining;
        this.leaving = leaving;
    }

    /**
     * A mail with all that was told of it before the transaction.
     *
     * @param raw the mail as it came over the wire
     * @param staged the same, ready to be kept, if it is likely to be; else null
     */
    record Case(ArrivedMail mail, Opinion opinion, Path raw, long size, SealedBlobs.@Nullable Staged staged) {
        @Override
        public String toString() {
            return "Case[" + mail + "]";
        }
    }

    /** Whether that mail was there before, so that nothing has to be looked into. */
    boolean isKnown(ArrivedMail mail) {
        return messages.same(mail.place().mailbox(), mail.identity()).isPresent();
    }

    /** Decides and notes it. */
    Judgement settle(Case pending) {
        var mail = pending.mail();
        var settled = messages.same(mail.place().mailbox(), mail.identity())
                .map(first -> repeated(mail, first))
                .orElseGet(() -> decide(mail, pending.opinion()));
        if (settled.judgement() instanceof Judgement.Unsorted) {
            blobs.keep(pending.staged() == null ? stage(mail, pending.raw(), pending.size()) : pending.staged());
        }
        messages.judged(settled.mail(), settled.judgement(), settled.answer());
        leaving.settled(settled);
        return settled.judgement();
    }

    /** Makes a mail ready to be kept for HR. */
    SealedBlobs.Staged stage(ArrivedMail mail, Path raw, long size) {
        return blobs.stage(mail.id().value(), size, Content.of(raw));
    }

    private Settled repeated(ArrivedMail mail, Judgement.Repeated first) {
        hold(first.posting());
        if (first.application() != null) {
            erased.queueIfErased(first.application(), mail.place(), mail.head().ownId());
        }
        return new Settled(mail, first, null);
    }

    private Settled decide(ArrivedMail mail, Opinion opinion) {
        return switch (opinion) {
            case Opinion.Automatic automatic -> new Settled(mail, new Judgement.Automatic(automatic.reason()), null);
            case Opinion.Unclear unclear -> {
                hold(unclear.posting());
                yield new Settled(
                        mail, new Judgement.Unsorted(unclear.posting(), unclear.reason(), unclear.guesses()), null);
            }
            case Opinion.Application application ->
                file(mail, application.candidature(), posting -> {
                    var admission = posting.admitByMail(mail.receivedAt());
                    if (application.candidature().isEmpty()) {
                        throw new ApplicationRefused(new Refusal.UnusableDocuments());
                    }
                    return admission;
                });
            case Opinion.Untaken untaken -> file(mail, untaken.candidature(), posting -> refuse(posting, mail));
            case Opinion.Known _ -> throw again();
        };
    }

    private Settled file(ArrivedMail mail, Candidature candidature, Filing.Admitting admitting) {
        try {
            return filing.file(mail, candidature, admitting);
        } catch (ApplicationRefused refused) {
            return declining.decline(
                    mail.with(mail.head().without(candidature.unusable())),
                    candidature.posting(),
                    Decline.of(refused.refusal()));
        }
    }

    private static Admission refuse(KnownPosting posting, ArrivedMail mail) {
        posting.admitByMail(mail.receivedAt());
        throw again();
    }

    private static IllegalStateException again() {
        return new IllegalStateException("What this mail depends on has changed: it is judged again");
    }

    /** Whatever has a line in a posting's account waits while that is being counted. */
    private void hold(@Nullable PostingId posting) {
        if (posting != null) {
            desks.hold(posting);
        }
    }
}
