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
 * @param consentWording which wording of the consent was in force then
 */
public record Person(
        String name,
        EmailAddress email,
        Language language,
        @Nullable String phone,
        @Nullable String source,
        Instant consentedAt,
        String consentWording) {
    @Override
    public String toString() {
        return "Person[…]";
    }
}
