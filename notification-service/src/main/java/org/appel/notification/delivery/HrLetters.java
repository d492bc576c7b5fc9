package org.appel.notification.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.notification.config.LinksConfig;
import org.appel.notification.model.Delivered;
import org.appel.notification.model.Language;
import org.appel.notification.model.LetterContent;
import org.appel.notification.model.Letters;
import org.appel.notification.model.Occasion.ApplicationArrived;
import org.appel.notification.model.Occasion.IntakeOver;
import org.appel.notification.model.Posting;
import org.appel.notification.storage.NotificationRows;

/** The letters to an organisation's HR, who may be several. */
@ApplicationScoped
class HrLetters {

    private final AddressBook addressBook;
    private final Letters letters;
    private final NotificationRows rows;
    private final LinksConfig links;
    private final Clock clock;

    HrLetters(AddressBook addressBook, Letters letters, NotificationRows rows, LinksConfig links, Clock clock) {
        this.addressBook = addressBook;
        this.letters = letters;
        this.rows = rows;
        this.links = links;
        this.clock = clock;
    }

    /** @param delivered which of HR have it already */
    Addressed notice(Posting posting, ApplicationArrived occasion, Delivered delivered) {
        var link = links.application().replace("{id}", occasion.application().toString());
        return addressed(new LetterContent.ApplicationNotice(posting, occasion, link), delivered);
    }

    /** @param delivered which of HR have it already */
    Addressed summary(Posting posting, IntakeOver occasion, Delivered delivered) {
        var acknowledgements =
                rows.acknowledgements(posting.id(), occasion.counts().acknowledgementsOwed());
        return addressed(
                new LetterContent.IntakeSummary(posting, occasion, acknowledgements, clock.instant()), delivered);
    }

    private Addressed addressed(LetterContent.OfPosting content, Delivered delivered) {
        var posting = content.posting();
        var contacts = addressBook.humanResources(posting.organisation());
        var language = Objects.requireNonNullElse(contacts.language(), posting.originalLanguage());
        return new Addressed(
                letters.write(content, Language.firstOf(language, posting.originalLanguage())),
                List.copyOf(Objects.requireNonNull(contacts.hrAddresses())),
                delivered.in(Objects.requireNonNullElse(contacts.revision(), 0L)),
                null,
                "Appel",
                null,
                null);
    }
}
