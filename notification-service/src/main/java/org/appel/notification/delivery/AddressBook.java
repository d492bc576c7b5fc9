package org.appel.notification.delivery;

import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

import org.appel.notification.delivery.ApplicationsClient.RecipientBody;
import org.appel.notification.delivery.ApplicationsClient.SenderBody;
import org.appel.notification.delivery.PostingsClient.ContactsBody;
import org.appel.notification.delivery.PostingsClient.OwnerBody;
import org.appel.notification.model.Dependency;
import org.appel.notification.model.Outcome;
import org.appel.notification.model.ProblemCode;

/** Asks the services that know the recipients, at the moment of sending. Nothing of the answer is kept. */
@ApplicationScoped
class AddressBook {

    private final ApplicationsClient applications;
    private final PostingsClient postings;

    AddressBook(@RestClient ApplicationsClient applications, @RestClient PostingsClient postings) {
        this.applications = applications;
        this.postings = postings;
    }

    /**
     * @param revision that the letter is about; null if it is about the application as it stands
     * @throws CannotSend if the candidate has been erased, is not known, or cannot be asked for now
     */
    RecipientBody candidate(UUID application, @Nullable Integer revision) {
        return ask(Dependency.APPLICATIONS, () -> applications.recipient(application, revision));
    }

    /** @throws CannotSend if the mail's sender has been forgotten, is not known, or cannot be asked for now */
    SenderBody sender(UUID message) {
        return ask(Dependency.APPLICATIONS, () -> applications.sender(message));
    }

    /** @throws CannotSend if the organisation is not known, or cannot be asked for now */
    ContactsBody organisation(String organisation) {
        return ask(Dependency.POSTINGS, () -> postings.contacts(organisation));
    }

    /** @throws CannotSend if there is no HR address, or it cannot be asked for now */
    ContactsBody humanResources(String organisation) {
        var contacts = organisation(organisation);
        if (contacts.hrAddresses() == null || contacts.hrAddresses().isEmpty()) {
            throw new CannotSend(new Outcome.Unaddressed(new ProblemCode("no-hr-address")));
        }
        return contacts;
    }

    /** @throws CannotSend if there is no such webhook any more, or it cannot be asked for now */
    OwnerBody owner(UUID webhook) {
        return ask(Dependency.POSTINGS, () -> postings.owner(webhook));
    }

    private static <T> T ask(Dependency whom, Supplier<@Nullable T> question) {
        try {
            var answer = question.get();
            if (answer == null) {
                throw new CannotSend(new Outcome.Postponed(null, problem(whom, "empty")));
            }
            return answer;
        } catch (WebApplicationException e) {
            throw new CannotSend(outcome(whom, e.getResponse().getStatus()));
        } catch (CannotSend e) {
            throw e;
        } catch (RuntimeException e) {
            // No connection, no answer in time, no token, or no JSON: its message may repeat the answer.
            throw new CannotSend(new Outcome.Postponed(whom, problem(whom, "away")));
        }
    }

    static Outcome outcome(Dependency whom, int status) {
        return switch (status) {
            case 410 ->
                whom == Dependency.APPLICATIONS ? new Outcome.Erased() : new Outcome.Unaddressed(problem(whom, "gone"));
            case 404 -> new Outcome.Unaddressed(problem(whom, "unknown"));
            // All questions would be answered so: somebody has to mend it, or it mends itself.
            case 401, 403, 429, 502, 503, 504 -> new Outcome.Postponed(whom, problem(whom, String.valueOf(status)));
            default -> new Outcome.Postponed(null, problem(whom, String.valueOf(status)));
        };
    }

    private static ProblemCode problem(Dependency whom, String what) {
        return new ProblemCode(switch (whom) {
                    case APPLICATIONS -> "applications-";
                    case POSTINGS -> "postings-";
                    case MAIL_SERVER -> "mail-server-";
                }
                + what);
    }
}
