package org.appel.notification.model;

/** Why a request was not granted. */
public sealed interface Refusal {

    /** There is no such notification, or none that the caller may know of. */
    record UnknownNotification(NotificationId id) implements Refusal {}

    /** It will be sent by itself, so there is nothing to ask for. */
    record AlreadyWaiting(NotificationId id) implements Refusal {}

    /** It must not be sent, since its recipient has been erased. */
    record RecipientErased(NotificationId id) implements Refusal {}

    /** It was never owed, for the reason that it bears, such as {@code answered-today}. */
    record NotOwed(NotificationId id, String reason) implements Refusal {}

    /** There is no such template. */
    record UnknownTemplate(String name) implements Refusal {}

    /** A parameter of the address has a value that it cannot have. */
    record UnknownValue(String parameter, String allowed) implements Refusal {}
}
