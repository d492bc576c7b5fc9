package org.appel.messaging;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.stream.Stream;

import io.quarkus.narayana.jta.QuarkusTransactionException;

/** What a failure means for the work in hand: whether doing it again can help. */
public enum Trouble {
    /** The surroundings are at fault: trying again for as long as it takes will help. */
    PASSING,
    /** The work itself is at fault, an event for example: trying again can never help. */
    LASTING,
    /** It cannot be told: worth a few tries. */
    UNCLEAR;

    /**
     * Classes of SQLSTATE that pass: connection, rollback by conflict, resources, object in use, operator
     * intervention, system error.
     *
     * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL error codes</a>
     */
    private static final Set<String> PASSING_STATES = Set.of("08", "40", "53", "55", "57", "58");

    private static final Set<String> LASTING_STATES = Set.of("22", "23");

    /** Judges by the failure and what caused it. */
    public static Trouble of(Throwable failure) {
        if (causes(failure).anyMatch(Trouble::lasts)) {
            return LASTING;
        }
        return causes(failure).anyMatch(Trouble::passes) ? PASSING : UNCLEAR;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, t -> t != null, Throwable::getCause).limit(20);
    }

    private static boolean passes(Throwable failure) {
        return switch (failure) {
            case SQLTransientException _, SQLRecoverableException _ -> true;
            // A commit that got no answer.
            case QuarkusTransactionException _ -> true;
            case SQLException sql -> PASSING_STATES.contains(stateClass(sql));
            case com.fasterxml.jackson.core.JacksonException _ -> false;
            case IOException _ -> true;
            default -> false;
        };
    }

    private static boolean lasts(Throwable failure) {
        return switch (failure) {
            case PoisonEvent _, IllegalArgumentException _ -> true;
            case SQLException sql -> LASTING_STATES.contains(stateClass(sql));
            default -> false;
        };
    }

    private static String stateClass(SQLException sql) {
        var state = sql.getSQLState();
        // The pool gives no state when it gets no connection.
        return state == null || state.length() < 2 ? "08" : state.substring(0, 2);
    }
}
