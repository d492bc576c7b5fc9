package org.appel.applications.storage;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The database did not answer, or has no room for us at this moment: trying again will help. */
public class DatabaseAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Classes of SQLSTATE: connection, conflict, resources, object in use, operator intervention, system error.
     *
     * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL error codes</a>
     */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");

    DatabaseAway(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** Whether that failure comes from a database that is away. */
    static boolean isBehind(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .anyMatch(cause -> cause instanceof SQLException sql && passes(sql));
    }

    static boolean passes(SQLException failure) {
        var state = failure.getSQLState();
        // The pool gives no state when it gets no connection.
        return failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || state == null
                || PASSING.contains(state.substring(0, Math.min(2, state.length())));
    }
}
