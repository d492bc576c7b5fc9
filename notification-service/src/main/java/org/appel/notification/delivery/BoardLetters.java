package org.appel.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.notification.model.Language;
import org.appel.notification.model.LetterContent;
import org.appel.notification.model.Letters;
import org.appel.notification.model.Occasion.WebhookDisabled;

/** The letters to those who answer for a job board. */
@ApplicationScoped
class BoardLetters {

    private final AddressBook addressBook;
    private final Letters letters;

    BoardLetters(AddressBook addressBook, Letters letters) {
        this.addressBook = addressBook;
        this.letters = letters;
    }

    /** Its webhook is no longer called. Nobody knows which language they read: the letter is in both, English first. */
    Addressed disabled(WebhookDisabled occasion) {
        var owner = addressBook.owner(occasion.webhook());
        var content = new LetterContent.WebhookNotice(occasion, owner.name(), owner.url());
        return Addressed.toOne(letters.write(content, Language.EN), owner.email(), null, "Appel", null, null);
    }
}
