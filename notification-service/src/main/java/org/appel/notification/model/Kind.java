package org.appel.notification.model;

import java.util.Arrays;
import java.util.Optional;

/** What a notification is for; the {@link #wire} name is the one in events, addresses of the API and Message-IDs. */
public enum Kind {

    /** To the candidate: the application, or its update, has arrived. */
    ACKNOWLEDGEMENT("acknowledgement"),

    /** To HR: an application, or an update, has arrived. */
    HR_NOTICE("hr-notice"),

    /** To HR: the deadline has passed and these are the exact numbers. */
    HR_SUMMARY("hr-summary"),

    /** To the sender of a mail that became no application: why not. */
    MAIL_ANSWER("mail-answer"),

    /** To the candidate: the application was withdrawn. */
    WITHDRAWAL("withdrawal"),

    /** To the candidate: the link to the application, which somebody has just asked for. */
    ACCESS_LINK("access-link"),

    /** To the candidate: the application will soon be erased. */
    RETENTION_NOTICE("retention-notice"),

    /** To those who answer for a job board: its webhook is no longer called. */
    WEBHOOK_DISABLED("webhook-disabled");

    private final String wire;

    Kind(String wire) {
        this.wire = wire;
    }

    /** The name outside of Java: lower case, with hyphens. */
    public String wire() {
        return wire;
    }

    /** The service that knows the recipient. */
    public Dependency addressBook() {
        return switch (this) {
            case ACKNOWLEDGEMENT, MAIL_ANSWER, WITHDRAWAL, ACCESS_LINK, RETENTION_NOTICE -> Dependency.APPLICATIONS;
            case HR_NOTICE, HR_SUMMARY, WEBHOOK_DISABLED -> Dependency.POSTINGS;
        };
    }

    /** The kind of this {@link #wire} name; empty if there is none. */
    public static Optional<Kind> of(String wire) {
        return Arrays.stream(values()).filter(kind -> kind.wire.equals(wire)).findFirst();
    }
}
