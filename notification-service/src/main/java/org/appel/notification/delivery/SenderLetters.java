package org.appel.notification.delivery;

import java.time.Clock;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.appel.notification.delivery.ApplicationsClient.SenderBody;
import org.appel.notification.delivery.ApplicationsClient.UnusableBody;
import org.appel.notification.model.Language;
import org.appel.notification.model.LetterContent;
import org.appel.notification.model.Letters;
import org.appel.notification.model.Occasion.MessageDeclined;
import org.appel.notification.model.Posting;
import org.appel.notification.model.StrangersText;

/** The letters to people whose mail became no application. */
@ApplicationScoped
class SenderLetters {

    private final AddressBook addressBook;
    private final Letters letters;
    private final Clock clock;

    SenderLetters(AddressBook addressBook, Letters letters, Clock clock) {
        this.addressBook = addressBook;
        this.letters = letters;
        this.clock = clock;
    }

    /** The mail belongs to this posting. */
    Addressed answer(Posting posting, MessageDeclined occasion) {
        var sender = addressBook.sender(occasion.message());
        var deadline = posting.deadline();
        var closesAt = sender.closesAt() == null && deadline != null ? deadline.closesAt() : sender.closesAt();
        var content = new LetterContent.MailAnswer(
                posting.organisationName(),
                posting,
                occasion,
                name(sender),
                closesAt,
                posting.takesApplicationsAt(clock.instant()),
                UnusableBody.all(sender.unusable()),
                text(sender));
        return addressed(
                content,
                sender,
                Language.firstOf(occasion.language(), posting.originalLanguage()),
                posting.applyAddress());
    }

    /** The mail belongs to no posting, only to the mailbox of this organisation. */
    Addressed answer(String organisation, MessageDeclined occasion) {
        var sender = addressBook.sender(occasion.message());
        var contacts = addressBook.organisation(organisation);
        var content = new LetterContent.MailAnswer(
                Objects.requireNonNullElse(contacts.name(), organisation),
                null,
                occasion,
                name(sender),
                sender.closesAt(),
                false,
                UnusableBody.all(sender.unusable()),
                text(sender));
        var language = Language.firstOf(occasion.language(), Objects.requireNonNullElse(contacts.language(), ""));
        return addressed(content, sender, language, null);
    }

    private Addressed addressed(
            LetterContent.MailAnswer content, SenderBody sender, Language language, @Nullable String replyTo) {
        return Addressed.toOne(
                letters.write(content, language),
                sender.email(),
                StrangersText.name(content.name()).orElse(null),
                content.organisationName(),
                replyTo,
                Answers.to(sender.answers()));
    }

    private static String name(SenderBody sender) {
        return Objects.requireNonNullElse(sender.name(), "");
    }

    private static String text(SenderBody sender) {
        return Objects.requireNonNullElse(sender.text(), "");
    }
}
