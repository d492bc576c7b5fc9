package org.appel.launcher.local;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.appel.launcher.embedded.EmbeddedDatabase;
import org.appel.launcher.process.Service;

/**
 * The distance of the databases' clocks from the machine's: the services follow their database, so that the whole system
 * lives at another moment. The clock keeps running from there.
 */
final class ClockShift {

    private final EmbeddedDatabase database;
    private final Clock machine;
    private Duration shift = Duration.ZERO;

    ClockShift(EmbeddedDatabase database, Clock machine) {
        this.database = database;
        this.machine = machine;
    }

    /**
     * From now on it is {@code moment} in the databases that are there, or less than a second before; null for the machine's
     * own time.
     */
    synchronized void moveTo(@Nullable Instant moment) {
        shift = moment == null ? Duration.ZERO : shift(machine.instant(), moment);
        for (var service : Service.values()) {
            set(service);
        }
    }

    /**
     * In whole seconds: mail servers note the arrival of a mail in whole seconds of the machine's clock, which by the shifted
     * one must begin where its seconds begin. Otherwise a mail may seem to come before what it answers.
     */
    static Duration shift(Instant machine, Instant moment) {
        return Duration.ofSeconds(Duration.between(machine, moment).getSeconds());
    }

    /** What the services take for the present. */
    synchronized Instant now() {
        return machine.instant().plus(shift);
    }

    /** A database that its service has not made yet has no such table; it is set once the service is ready. */
    private void set(Service service) {
        try (var connection = database.connect(service.database());
                var statement = connection.createStatement()) {
            var tables = statement.executeQuery("SELECT to_regclass('clock_shift')");
            tables.next();
            if (tables.getString(1) != null) {
                statement.executeUpdate(
                        "UPDATE clock_shift SET shift = interval '%d seconds'".formatted(shift.toSeconds()));
            }
        } catch (SQLException e) {
            throw new CannotStart("The clock of " + service.database() + " cannot be set: " + e.getMessage());
        }
    }
}
