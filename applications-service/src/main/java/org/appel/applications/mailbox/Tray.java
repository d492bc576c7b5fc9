package org.appel.applications.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.appel.applications.config.Inspections;
import org.appel.applications.mailbox.mime.IncomingMail;
import org.appel.applications.mailbox.mime.MailPart;
import org.appel.applications.model.AccessLog;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.Guess;
import org.appel.applications.model.KnownPosting;
import org.appel.applications.model.MessageId;
import org.appel.applications.model.PostingId;
import org.appel.applications.model.Refusal;
import org.appel.applications.model.Sight;
import org.appel.applications.storage.KnownPostings;
import org.appel.applications.storage.UnsortedMail;
import org.appel.applications.storage.UnsortedMails;
import org.appel.service.Caller;
import org.appel.service.Roles;

/** The mails that HR has to sort, for somebody who works for their organisation; to everybody else they are unknown. */
@ApplicationScoped
class Tray {
    private static final String WHOLE = "message.eml";

    private final UnsortedMails mails;
    private final KeptMails kept;
    private final Inspections inspections;
    private final KnownPostings postings;
    private final AccessLog accesses;
    private final Caller caller;

    Tray(
            UnsortedMails mails,
            KeptMails kept,
            Inspections inspections,
            KnownPostings postings,
            AccessLog accesses,
            Caller caller) {
        this.mails = mails;
        this.kept = kept;
        this.inspections = inspections;
        this.postings = postings;
        this.accesses = accesses;
        this.caller = caller;
    }

    /**
     * A file of a mail.
     *
     * @param content in clear; whoever reads it closes it
     * @param size of it in bytes
     */
    record File(String name, InputStream content, long size) {
        @Override
        public String toString() {
            return "File[" + size + " bytes]";
        }
    }

    /**
     * A mail as HR reads it.
     *
     * @param content null if it could not be read
     * @param titles of the postings that it may be meant for
     */
    record Reading(UnsortedMail mail, @Nullable IncomingMail content, Map<PostingId, KnownPosting> titles) {
        @Override
        public String toString() {
            return "Reading[" + mail + "]";
        }
    }

    /**
     * The oldest first, with the postings that they may be meant for.
     *
     * @param shown most that the caller gets to see; if there are more, one of them is given, too
     */
    List<Reading> list(@Nullable String mailbox, @Nullable PostingId posting, @Nullable UUID beyond, int shown) {
        var organisations = organisations();
        if (organisations.filter(Set::isEmpty).isPresent()) {
            return List.of();
        }
        var found =
                mails.page(new UnsortedMails.Filter(organisations.orElse(null), mailbox, posting, beyond), shown + 1);
        accesses.note(
                accesses.caller(),
                found.stream()
                        .limit(shown)
                        .map(mail -> Sight.ofMail(Sight.Kind.LINE, mail.organisation(), mail.posting(), mail.id()))
                        .toList());
        var titles = titles(found);
        return found.stream().map(mail -> new Reading(mail, null, titles)).toList();
    }

    /** @throws ApplicationRefused if it is unknown to the caller, or was sorted */
    Reading read(MessageId id) {
        var mail = find(id);
        try (var opened = kept.open(mail)) {
            accesses.note(Sight.ofMail(Sight.Kind.MAIL, mail.organisation(), mail.posting(), id));
            return new Reading(mail, whole(opened.mail()), titles(List.of(mail)));
        }
    }

    /**
     * One of its files.
     *
     * @param number from 1, in the order of the mail; 0 is the mail as a whole
     * @throws ApplicationRefused if mail or file are unknown to the caller, or the virus scanner does not let it pass
     */
    File part(MessageId id, int number) {
        var mail = find(id);
        var opened = kept.open(mail);
        try {
            var chosen = chosen(opened, number);
            inspections.scan(chosen.content());
            accesses.note(Sight.ofPart(mail.organisation(), mail.posting(), id, number));
            return new File(chosen.name(), opened.passOn(chosen.content()), Files.size(chosen.content()));
        } catch (IOException e) {
            opened.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private static Chosen chosen(KeptMails.Opened opened, int number) {
        var read = opened.mail();
        if (number == 0) {
            return new Chosen(WHOLE, read.raw());
        }
        var content = whole(read);
        var parts = content == null ? List.<MailPart>of() : content.parts();
        if (number < 0 || number > parts.size()) {
            throw new ApplicationRefused(new Refusal.UnknownDocument());
        }
        var part = parts.get(number - 1);
        return new Chosen(part.name() == null ? "part-" + number : part.name(), part.content());
    }

    private static @Nullable IncomingMail whole(ReadMail read) {
        return read.mail() == null ? null : Authorship.whole(read.mail());
    }

    private record Chosen(String name, Path content) {}

    private UnsortedMail find(MessageId id) {
        return mails.find(id)
                .filter(mail -> caller.worksFor(mail.organisation()))
                .orElseThrow(() -> new ApplicationRefused(new Refusal.UnknownMessage(id)));
    }

    private Optional<Set<String>> organisations() {
        return caller.is(Roles.ADMIN) ? Optional.empty() : Optional.of(caller.organisations());
    }

    private Map<PostingId, KnownPosting> titles(List<UnsortedMail> found) {
        return found.stream()
                .flatMap(mail -> mail.guesses().stream())
                .map(Guess::posting)
                .distinct()
                .flatMap(posting -> postings.find(posting).stream())
                .collect(Collectors.toMap(KnownPosting::id, posting -> posting));
    }
}
