package org.appel.notification.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.notification.config.LinksConfig;
import org.appel.notification.delivery.ApplicationsClient.RecipientBody;
import org.appel.notification.model.Kind;
import org.appel.notification.model.Language;
import org.appel.notification.model.LetterContent;
import org.appel.notification.model.LetterContent.Document;
import org.appel.notification.model.Letters;
import org.appel.notification.model.Occasion.ApplicationArrived;
import org.appel.notification.model.Occasion.IntakeOver;
import org.appel.notification.model.Outcome;
import org.appel.notification.model.OwedMail;
import org.appel.notification.model.Posting;
import org.appel.notification.model.Postings;
import org.appel.notification.model.ProblemCode;
import org.appel.notification.model.StrangersText;
import org.appel.notification.storage.NotificationRows;

/** Makes of an owed mail a letter with its recipients. */
@ApplicationScoped
class Composer {

    /** Of mails that we write by ourselves. */
    private static final String GENERATED = "auto-generated";
    /** Of mails that answer another mail, as an application by e-mail is one (RFC 3834, section 5). */
    private static final String REPLIED = "auto-replied";

    private final Postings postings;
    private final AddressBook addressBook;
    private final Letters letters;
    private final NotificationRows rows;
    private final LinksConfig links;
    private final Clock clock;

    Composer(
            Postings postings,
            AddressBook addressBook,
            Letters letters,
            NotificationRows rows,
            LinksConfig links,
            Clock clock) {
        this.postings = postings;
        this.addressBook = addressBook;
        this.letters = letters;
        this.rows = rows;
        this.links = links;
        this.clock = clock;
    }

    /** @throws CannotSend if something that it needs is not there */
    Addressed compose(OwedMail mail) {
        var posting = postings.find(mail.posting())
                .orElseThrow(() -> new CannotSend(new Outcome.Postponed(null, new ProblemCode("posting-unknown"))));
        return switch (mail.occasion()) {
            case ApplicationArrived o when mail.kind() == Kind.ACKNOWLEDGEMENT -> toCandidate(posting, o);
            case ApplicationArrived o ->
                toHumanResources(new LetterContent.ApplicationNotice(
                        posting,
                        o,
                        links.application().replace("{id}", o.application().toString())));
            case IntakeOver o ->
                toHumanResources(new LetterContent.IntakeSummary(
                        posting,
                        o,
                        rows.acknowledgements(posting.id(), o.counts().acknowledgementsOwed()),
                        clock.instant()));
        };
    }

    private Addressed toCandidate(Posting posting, ApplicationArrived occasion) {
        var recipient = addressBook.candidate(occasion.application());
        var name = Objects.requireNonNullElse(recipient.name(), "");
        var content = new LetterContent.ToCandidate(
                posting, occasion, name, documents(recipient, occasion), posting.takesApplicationsAt(clock.instant()));
        return new Addressed(
                letters.write(content, Language.firstOf(occasion.language(), posting.originalLanguage())),
                List.of(recipient.email()),
                StrangersText.name(name).orElse(null),
                posting.organisationName(),
                posting.applyAddress(),
                occasion.door().equals("mail") ? REPLIED : GENERATED);
    }

    /** The list belongs to the newest revision, so an earlier one is acknowledged without it. */
    private static List<Document> documents(RecipientBody recipient, ApplicationArrived occasion) {
        if (recipient.revision() != occasion.revision()) {
            return List.of();
        }
        return recipient.documents().stream()
                .map(document -> new Document(document.kind(), Objects.requireNonNullElse(document.name(), "")))
                .toList();
    }

    private Addressed toHumanResources(LetterContent content) {
        var posting = content.posting();
        var contacts = addressBook.humanResources(posting.organisation());
        var language = Objects.requireNonNullElse(contacts.language(), posting.originalLanguage());
        return new Addressed(
                letters.write(content, Language.firstOf(language, posting.originalLanguage())),
                List.copyOf(Objects.requireNonNull(contacts.hrAddresses())),
                null,
                "Appel",
                null,
                GENERATED);
    }
}
