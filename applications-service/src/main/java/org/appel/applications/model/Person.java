package org.appel.applications.model;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Everything personal that a candidate writes beside the documents. It leaves this service only to HR and to whoever
 * sends the candidate a mail, and is stored encrypted.
 *
 * @param name as the candidate writes it; 1 to 200 characters
 * @param phone at most 40 characters
 * @param source where the candidate saw the notice, in their words; at most 200 characters
 * @param consentedAt when the candidate agreed to the processing
 * @param consentWording which wording of the consent was agreed to
 */
public record Person(
        String name,
        EmailAddress email,
        Language language,
        @Nullable String phone,
        @Nullable String source,
        Instant consentedAt,
        String consentWording) {
    private static final String BY_MAIL = "by-mail-";

    /** Whether nobody but the person's mails said who they are. */
    public boolean isKnownByMail() {
        return consentWording.startsWith(BY_MAIL);
    }

    /**
     * The person after a later mail of theirs: what they once told by the API is more than what a mail says of its
     * author, and stays.
     *
     * @param mail as the mail says it
     */
    public Person updatedByMail(Person mail) {
        return isKnownByMail()
                ? new Person(mail.name, mail.email, mail.language, phone, source, consentedAt, consentWording)
                : this;
    }

    @Override
    public String toString() {
        return "Person[…]";
    }
}
