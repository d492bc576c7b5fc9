package org.appel.notification.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.appel.notification.delivery.ApplicationsClient.RecipientBody;
import org.appel.notification.delivery.ApplicationsClient.UnusableBody;
import org.appel.notification.model.InReplyTo;
import org.appel.notification.model.Language;
import org.appel.notification.model.LetterContent;
import org.appel.notification.model.LetterContent.Document;
import org.appel.notification.model.LetterContent.Missing;
import org.appel.notification.model.Letters;
import org.appel.notification.model.Occasion;
import org.appel.notification.model.Occasion.ApplicationArrived;
import org.appel.notification.model.Occasion.ApplicationWithdrawn;
import org.appel.notification.model.Occasion.LinkRequested;
import org.appel.notification.model.Occasion.RetentionEnding;
import org.appel.notification.model.Outcome;
import org.appel.notification.model.Posting;
import org.appel.notification.model.ProblemCode;
import org.appel.notification.model.StrangersText;

/** The letters to a candidate about an application. */
@ApplicationScoped
class CandidateLetters {

    private final AddressBook addressBook;
    private final Letters letters;
    private final Clock clock;

    CandidateLetters(AddressBook addressBook, Letters letters, Clock clock) {
        this.addressBook = addressBook;
        this.letters = letters;
        this.clock = clock;
    }

    /** It arrived. What came by mail is answered to that mail, and says nothing personal if its From may be forged. */
    Addressed acknowledgement(Posting posting, ApplicationArrived occasion) {
        var recipient = addressBook.candidate(occasion.application(), occasion.revision());
        var answers = occasion.door().equals("mail") ? Answers.to(recipient.answers()) : null;
        if (Boolean.TRUE.equals(recipient.addressOnly())) {
            return addressed(new LetterContent.MailTaken(posting, occasion), occasion, recipient.email(), "", answers);
        }
        var name = name(recipient);
        var content = new LetterContent.ToCandidate(
                posting,
                occasion,
                name,
                documents(recipient, occasion),
                posting.takesApplicationsAt(clock.instant()),
                missing(recipient, occasion),
                UnusableBody.all(recipient.unusable()),
                recipient.link());
        return addressed(content, occasion, recipient.email(), name, answers);
    }

    /** It was withdrawn. */
    Addressed withdrawal(Posting posting, ApplicationWithdrawn occasion) {
        var recipient = addressBook.candidate(occasion.application(), null);
        var name = name(recipient);
        var content = new LetterContent.Withdrawal(posting, occasion, name, recipient.link());
        return addressed(content, occasion, recipient.email(), name, null);
    }

    /** @throws CannotSend if there is no link to give */
    Addressed accessLink(Posting posting, LinkRequested occasion) {
        var recipient = addressBook.candidate(occasion.application(), null);
        var link = recipient.link();
        if (link == null) {
            throw new CannotSend(new Outcome.Unaddressed(new ProblemCode("applications-no-link")));
        }
        var name = name(recipient);
        var content = new LetterContent.AccessLink(
                posting, occasion, name, link, posting.takesApplicationsAt(clock.instant()));
        return addressed(content, occasion, recipient.email(), name, null);
    }

    /** It will be erased. */
    Addressed retentionNotice(Posting posting, RetentionEnding occasion) {
        var recipient = addressBook.candidate(occasion.application(), null);
        var name = name(recipient);
        var content = new LetterContent.RetentionNotice(posting, occasion, name, recipient.link());
        return addressed(content, occasion, recipient.email(), name, null);
    }

    private Addressed addressed(
            LetterContent.OfPosting content,
            Occasion.OfApplication occasion,
            String address,
            String name,
            @Nullable InReplyTo answers) {
        var posting = content.posting();
        return Addressed.toOne(
                letters.write(content, Language.firstOf(occasion.language(), posting.originalLanguage())),
                address,
                StrangersText.name(name).orElse(null),
                posting.organisationName(),
                posting.applyAddress(),
                answers);
    }

    private static String name(RecipientBody recipient) {
        return Objects.requireNonNullElse(recipient.name(), "");
    }

    /** The list belongs to the newest revision, so an earlier one is acknowledged without it. */
    private static List<Document> documents(RecipientBody recipient, ApplicationArrived occasion) {
        var documents = recipient.documents();
        if (documents == null || recipient.revision() != occasion.revision()) {
            return List.of();
        }
        return documents.stream()
                .map(document -> new Document(document.kind(), Objects.requireNonNullElse(document.name(), "")))
                .toList();
    }

    /** So does what is missing: a later update may have brought it. */
    private static Missing missing(RecipientBody recipient, ApplicationArrived occasion) {
        var missing = recipient.missing();
        return missing == null || missing.isEmpty() || recipient.revision() != occasion.revision()
                ? Missing.NOTHING
                : new Missing(missing, recipient.missingUntil());
    }
}
