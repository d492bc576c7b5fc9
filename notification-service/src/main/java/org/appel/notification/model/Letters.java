package org.appel.notification.model;

/** Puts into words what somebody has to be told. */
public interface Letters {

    /** Writes it in this language, in both forms. */
    Letter write(LetterContent content, Language language);
}
