package org.appel.service;

import java.sql.SQLException;
import java.time.Duration;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Red while this service's clock and the database's differ by more than a second: deadlines would be unsure. */
@Readiness
class ClockReadiness implements HealthCheck {

    private static final Duration MOST = Duration.ofSeconds(1);

    private final DatabaseClock clock;

    ClockReadiness(DatabaseClock clock) {
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("clock");
        try {
            var difference = clock.difference();
            return answer.status(difference.compareTo(MOST) <= 0)
                    .withData("differenceInMillis", difference.toMillis())
                    .build();
        } catch (SQLException e) {
            return answer.down()
                    .withData("reason", "the database does not answer")
                    .build();
        }
    }
}
