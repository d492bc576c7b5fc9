package org.appel.notification.model;

/**
 * What is written to somebody: the same in two forms. It holds personal data, is never stored and does not print itself.
 *
 * @param subject one line, no line breaks
 * @param text the plain form
 * @param html the same as a page of its own
 */
public record Letter(Language language, String subject, String text, String html) {

    /** @throws IllegalArgumentException if the subject is not one line: it would end the header */
    public Letter {
        if (subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A subject is one line without control characters");
        }
    }

    @Override
    public String toString() {
        return "Letter[" + language + ", …]";
    }
}
