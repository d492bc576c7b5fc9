package org.appel.applications.mailbox;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.appel.service.Cursor;

/** Where a page of mails ended. */
final class Positions {
    private Positions() {}

    static @Nullable UUID of(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return UUID.fromString(Cursor.decode(cursor, 1).getFirst());
        } catch (IllegalArgumentException e) {
            throw Cursor.bad();
        }
    }
}
