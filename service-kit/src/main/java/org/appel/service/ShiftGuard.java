package org.appel.service;

import java.sql.SQLException;
import javax.sql.DataSource;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start on a database whose clock is shifted: that is for local runs, and would move real deadlines. */
@ApplicationScoped
class ShiftGuard {

    private final DataSource dataSource;
    private final boolean local;

    ShiftGuard(DataSource dataSource, @ConfigProperty(name = "appel.local", defaultValue = "false") boolean local) {
        this.dataSource = dataSource;
        this.local = local;
    }

    void start(@Observes @Priority(0) StartupEvent started) throws SQLException {
        if (!local && isShifted()) {
            throw new IllegalStateException(
                    "The database's clock is shifted (table clock_shift), which only a local run may have");
        }
    }

    private boolean isShifted() throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement("SELECT shift <> interval '0' FROM clock_shift");
                var row = query.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }
}
