package org.appel.applications.mailbox;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.appel.applications.messaging.ApplicationEventWriter;
import org.appel.applications.messaging.MessageDeclinedV1;
import org.appel.applications.model.Decline;
import org.appel.applications.model.EmailAddress;
import org.appel.applications.model.Judgement;
import org.appel.applications.model.PostingId;
import org.appel.applications.storage.ArrivedMail;

/** Says no to mails: each gets an answer, or a reason why there is none. */
@ApplicationScoped
class Declining {
    private final Answering answering;
    private final ApplicationEventWriter events;

    Declining(Answering answering, ApplicationEventWriter events) {
        this.answering = answering;
        this.events = events;
    }

    /** Declines by the rules; the answer is recorded with the current transaction. */
    Settled decline(ArrivedMail mail, @Nullable PostingId posting, Decline decline) {
        return declined(mail, posting, decline, answering.ask(mail, posting));
    }

    /** Declines since HR says so: the answer is given whatever else the sender got today. */
    Settled declineByHand(ArrivedMail mail, @Nullable PostingId posting, Decline decline, EmailAddress address) {
        return declined(mail, posting, decline, answering.note(mail, posting, address));
    }

    private Settled declined(ArrivedMail mail, @Nullable PostingId posting, Decline decline, Answering.Leave leave) {
        if (leave.isGiven()) {
            events.record(new MessageDeclinedV1(
                    mail.id().value(),
                    mail.organisation(),
                    posting == null ? null : posting.value(),
                    decline.code(),
                    mail.language().code(),
                    mail.receivedAt()));
        }
        var told = leave.isGiven() ? decline : null;
        return new Settled(
                mail, new Judgement.Refused(posting, decline.reason(), told, leave.unanswered()), leave.index());
    }
}
