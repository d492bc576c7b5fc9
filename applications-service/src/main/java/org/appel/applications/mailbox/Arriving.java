package org.appel.applications.mailbox;

import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.appel.applications.mailbox.imap.StoredMessage;
import org.appel.applications.mailbox.mime.IncomingMail;
import org.appel.applications.model.EmailAddress;
import org.appel.applications.model.MailHead;
import org.appel.applications.model.MailPlace;
import org.appel.applications.model.MessageId;
import org.appel.applications.storage.ArrivedMail;
import org.appel.applications.storage.BlindIndex;
import org.appel.service.Ids;

/** Takes down of a mail what has to be known of it, whatever becomes of it. */
@ApplicationScoped
class Arriving {
    private static final String UNNAMED = "";

    private final BlindIndex index;

    Arriving(BlindIndex index) {
        this.index = index;
    }

    ArrivedMail of(
            StoredMessage message,
            MailPlace place,
            byte @Nullable [] header,
            String organisation,
            ReadMail read,
            Authorship authorship) {
        var outer = read.mail();
        return new ArrivedMail(
                new MessageId(Ids.next()),
                place,
                organisation,
                header,
                index.mail(place.mailbox(), outer == null ? null : outer.messageId(), read.content()),
                authorship instanceof Authorship.Candidate candidate && read.trouble() == null
                        ? candidate.mail().content()
                        : read.content(),
                message.receivedAt().truncatedTo(ChronoUnit.MICROS),
                Languages.of(outer == null ? null : outer.language(), null),
                head(read, authorship),
                author(read.mail(), authorship));
    }

    private static @Nullable EmailAddress author(@Nullable IncomingMail mail, Authorship authorship) {
        return switch (authorship) {
            case Authorship.Candidate candidate -> candidate.author();
            case Authorship.Machine _ -> null;
            case Authorship.Unclear _ -> mail == null ? null : author(mail);
        };
    }

    private static @Nullable EmailAddress author(IncomingMail mail) {
        var passedOn = mail.forwarded();
        if (passedOn == null) {
            return mail.from();
        }
        return passedOn.original() == null
                ? passedOn.quotedFrom()
                : passedOn.original().from();
    }

    private static MailHead head(ReadMail read, Authorship authorship) {
        var outer = read.mail();
        if (outer == null) {
            return new MailHead(
                    null, null, null, false, false, "", null, List.of(), null, List.of(), List.of(), List.of(), null);
        }
        return authorship instanceof Authorship.Candidate candidate
                ? head(
                        outer,
                        candidate.mail(),
                        candidate.author(),
                        answerTo(outer, candidate),
                        candidate.doubt() != null)
                : head(
                        outer,
                        Authorship.whole(outer),
                        outer.from(),
                        authorship.isAnswerable() ? answerTo(outer) : null,
                        !isProven(outer));
    }

    private static MailHead head(
            IncomingMail outer,
            IncomingMail mail,
            @Nullable EmailAddress author,
            @Nullable EmailAddress answerTo,
            boolean addressOnly) {
        return new MailHead(
                author,
                mail.fromName(),
                answerTo,
                addressOnly,
                mail.answerUnwanted(),
                mail.subject(),
                mail.messageId(),
                mail.references(),
                outer.messageId(),
                mail.parts().stream()
                        .map(part -> part.name() == null ? UNNAMED : part.name())
                        .toList(),
                mail.left(),
                List.of(),
                null);
    }

    /** Somebody whose mail was passed on is answered themselves: whoever passed it on did not apply. */
    private static EmailAddress answerTo(IncomingMail outer, Authorship.Candidate candidate) {
        return candidate.proof() == Authorship.Proof.SENT_BY_ANOTHER && outer.returnPath() != null
                ? outer.returnPath()
                : candidate.author();
    }

    private static @Nullable EmailAddress answerTo(IncomingMail mail) {
        return mail.returnPath() == null ? mail.from() : mail.returnPath();
    }

    private static boolean isProven(IncomingMail mail) {
        return !mail.authenticationFailed() && mail.from() != null && Authorship.isSentBy(mail.from(), mail);
    }
}
