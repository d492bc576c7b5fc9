package org.appel.notification.model;

import java.util.UUID;

/**
 * Names one mail that is owed to one recipient.
 *
 * @param value a UUID of version 7, so that ids sort by the time of their making
 */
public record NotificationId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
