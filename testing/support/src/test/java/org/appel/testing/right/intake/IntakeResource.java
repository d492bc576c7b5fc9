package org.appel.testing.right.intake;

import java.time.Clock;
import java.time.Instant;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;

import org.appel.testing.right.messaging.OpenedV1;
import org.appel.testing.right.model.Opened;

@Path("intake")
class IntakeResource {

    private final Clock clock;

    @Inject
    IntakeResource(Clock clock) {
        this.clock = clock;
    }

    OpenedV1 open() {
        return OpenedV1.of(new Opened(Instant.now(clock)));
    }
}
