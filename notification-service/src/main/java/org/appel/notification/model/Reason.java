package org.appel.notification.model;

/** Why a notification was not sent and will not be tried again by itself; told to others by its {@link #wire} name. */
public enum Reason {

    /** The mail server said no for good. */
    REJECTED("rejected-5xx"),

    /** The mail server said "later" for as long as we ask. */
    GAVE_UP("gave-up"),

    /** The candidate's data has been erased. */
    RECIPIENT_ERASED("recipient-erased"),

    /** Nobody knew a recipient for as long as we ask: an unknown application, or no HR address. */
    NO_RECIPIENT("no-recipient"),

    /** The recipient's address cannot be written on a mail. */
    UNUSABLE_ADDRESS("unusable-address");

    private final String wire;

    Reason(String wire) {
        this.wire = wire;
    }

    /** The name outside of Java: lower case, with hyphens. */
    public String wire() {
        return wire;
    }
}
