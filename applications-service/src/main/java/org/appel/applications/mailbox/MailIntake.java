package org.appel.applications.mailbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.appel.applications.mailbox.imap.MessageHandler;
import org.appel.applications.mailbox.imap.Place;
import org.appel.applications.mailbox.imap.RawHeader;
import org.appel.applications.mailbox.imap.StoredMessage;
import org.appel.applications.model.Judgement;
import org.appel.applications.model.MailPlace;
import org.appel.applications.storage.ArrivedMail;
import org.appel.applications.storage.BlindIndex;
import org.appel.applications.storage.ErasedMails;
import org.appel.applications.storage.KnownPostings;
import org.appel.applications.storage.Messages;
import org.appel.applications.storage.TakenMeanwhile;

/**
 * Judges mails, each once: what became of it, its line in the ledger, the application and the event of it are committed
 * together, under the place, the header and the identity of the mail. Whatever dies before leaves nothing, and what dies after is
 * found done.
 */
@ApplicationScoped
public class MailIntake implements MessageHandler {
    private static final Logger LOG = Logger.getLogger(MailIntake.class);
    /** Each lost race has a winner that is seen the next time; more than a few in a row do not happen. */
    private static final int TRIES = 8;

    private final Mailboxes mailboxes;
    private final KnownPostings postings;
    private final MailReader reader;
    private final Arriving arriving;
    private final Opinions opinions;
    private final Verdicts verdicts;
    private final Messages messages;
    private final ErasedMails erased;
    private final BlindIndex index;

    MailIntake(
            Mailboxes mailboxes,
            KnownPostings postings,
            MailReader reader,
            Arriving arriving,
            Opinions opinions,
            Verdicts verdicts,
            Messages messages,
            ErasedMails erased,
            BlindIndex index) {
        this.mailboxes = mailboxes;
        this.postings = postings;
        this.reader = reader;
        this.arriving = arriving;
        this.opinions = opinions;
        this.verdicts = verdicts;
        this.messages = messages;
        this.erased = erased;
        this.index = index;
    }

    @Override
    public Disposition handle(StoredMessage message) {
        var place = new MailPlace(message.mailbox(), message.folder(), message.uidValidity(), message.uid());
        var header = header(message);
        var taken = messages.isTaken(place, header).orElseGet(() -> {
            if (header != null) {
                messages.vacate(place, header);
            }
            return judge(message, place, header);
        });
        return taken ? Disposition.TAKEN : Disposition.SET_ASIDE;
    }

    @Override
    public void moved(StoredMessage message, Place place) {
        erased.moved(
                new MailPlace(message.mailbox(), message.folder(), message.uidValidity(), message.uid()),
                new MailPlace(message.mailbox(), place.folder(), place.uidValidity(), place.uid()));
    }

    private byte @Nullable [] header(StoredMessage message) {
        try {
            return RawHeader.of(message.raw())
                    .distinction()
                    .map(distinction -> index.header(message.mailbox(), distinction))
                    .orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean judge(StoredMessage message, MailPlace place, byte @Nullable [] header) {
        var pending = look(message, place, header);
        for (int tries = 1; ; tries++) {
            try {
                var judgement = QuarkusTransaction.requiringNew().call(() -> verdicts.settle(pending));
                tell(pending.mail(), judgement);
                return isTaken(judgement);
            } catch (TakenMeanwhile lost) {
                var winner = messages.isTaken(place, header);
                if (winner.isPresent()) {
                    return winner.get();
                }
                if (tries == TRIES) {
                    throw lost;
                }
            }
        }
    }

    private Verdicts.Case look(StoredMessage message, MailPlace place, byte @Nullable [] header) {
        var organisation = mailboxes.organisation(message.mailbox());
        var known = postings.ofOrganisation(organisation);
        var read = reader.read(message.mailbox(), message.raw(), message.condition());
        var authorship = read.mail() == null
                ? new Authorship.Unclear(read.trouble())
                : Authorship.of(read.mail(), mailboxes.own(organisation, known.stream()));
        var arrived = arriving.of(message, place, header, organisation, read, authorship);
        var opinion = verdicts.isKnown(arrived) ? new Opinion.Known() : opinions.of(read, arrived, authorship, known);
        var size = size(message);
        return new Verdicts.Case(
                spoken(arrived, opinion),
                opinion,
                message.raw(),
                size,
                opinion instanceof Opinion.Unclear ? verdicts.stage(arrived, message.raw(), size) : null);
    }

    /** Whoever is answered about a posting is answered in the language of the application. */
    private static ArrivedMail spoken(ArrivedMail arrived, Opinion opinion) {
        return switch (opinion) {
            case Opinion.Application application ->
                arrived.in(application.candidature().person().language());
            case Opinion.Untaken untaken ->
                arrived.in(untaken.candidature().person().language());
            case Opinion.Automatic _, Opinion.Unclear _, Opinion.Known _ -> arrived;
        };
    }

    private static void tell(ArrivedMail mail, Judgement judgement) {
        LOG.infof(
                "mail judged messageId=%s mailbox=%s outcome=%s",
                mail.id(), mail.place().mailbox(), judgement.outcome().code());
    }

    private static boolean isTaken(Judgement judgement) {
        return switch (judgement) {
            case Judgement.Filed _ -> true;
            case Judgement.Repeated repeated -> repeated.application() != null;
            case Judgement.Refused _, Judgement.Unsorted _, Judgement.Automatic _ -> false;
        };
    }

    private static long size(StoredMessage message) {
        try {
            return Files.size(message.raw());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
