package org.appel.messaging;

import java.sql.SQLException;

/** The database refused or was away; the {@link SQLException} behind it says whether trying again can help. */
class DatabaseTrouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseTrouble(String what, SQLException cause) {
        super(what, cause);
    }
}
