package org.appel.notification.model;

/** What a mail needs from outside on its way. */
public enum Dependency {

    /** Takes the mails over. */
    MAIL_SERVER,

    /** Knows the candidates: the applications-service. */
    APPLICATIONS,

    /** Knows the organisations' HR addresses and the owners of webhooks: the postings-service. */
    POSTINGS
}
