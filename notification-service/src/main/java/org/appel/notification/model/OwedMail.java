package org.appel.notification.model;

import java.util.UUID;

/**
 * A mail that somebody is owed, without its recipient: who that is, is asked at the moment of sending and forgotten.
 *
 * @param event id of the event by which it is owed; one event owes at most one mail of each kind
 * @param posting what it is about
 * @param organisation short name of the organisation that published the posting
 */
public record OwedMail(
        NotificationId id, Kind kind, UUID event, UUID posting, String organisation, Occasion occasion) {}
