package org.appel.applications.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.KnownPosting;
import org.appel.applications.model.MessageId;
import org.appel.applications.model.Outcome;
import org.appel.applications.model.Refusal;
import org.appel.applications.storage.JudgedMail;
import org.appel.applications.storage.JudgedMails;
import org.appel.applications.storage.KnownPostings;
import org.appel.applications.storage.MailAnswers;
import org.appel.service.Caller;
import org.appel.service.Roles;

/** What became of mails and of the answers to them. */
@ApplicationScoped
class Correspondence {
    private final JudgedMails mails;
    private final MailAnswers answers;
    private final KnownPostings postings;
    private final Caller caller;

    Correspondence(JudgedMails mails, MailAnswers answers, KnownPostings postings, Caller caller) {
        this.mails = mails;
        this.answers = answers;
        this.postings = postings;
        this.caller = caller;
    }

    /** Mails of the caller's organisations, those that were judged last first. */
    List<JudgedMail> list(@Nullable String mailbox, @Nullable Outcome outcome, @Nullable UUID beyond, int limit) {
        var organisations = organisations(caller);
        if (organisations.filter(Set::isEmpty).isPresent()) {
            return List.of();
        }
        return mails.page(new JudgedMails.Filter(organisations.orElse(null), mailbox, outcome, beyond), limit);
    }

    /** @throws ApplicationRefused if there is no such mail that is to be answered, or its sender was forgotten */
    SenderView sender(MessageId id) {
        var declined = answers.declined(id).orElseThrow(() -> new ApplicationRefused(new Refusal.UnknownMessage(id)));
        var head = declined.head().orElseThrow(() -> new ApplicationRefused(new Refusal.MessageForgotten(id)));
        var address = Optional.ofNullable(head.answerTo())
                .orElseThrow(() -> new ApplicationRefused(new Refusal.MessageForgotten(id)));
        Instant closesAt = Optional.ofNullable(declined.posting())
                .flatMap(postings::find)
                .map(KnownPosting::closesAt)
                .orElse(null);
        return SenderView.of(declined, head, address, closesAt);
    }

    /** Empty for whoever watches the whole installation. */
    static Optional<Set<String>> organisations(Caller caller) {
        return caller.is(Roles.ADMIN) || caller.is(Roles.OPS) ? Optional.empty() : Optional.of(caller.organisations());
    }
}
