package org.appel.testing.right.messaging;

import java.time.Instant;

import org.appel.messaging.EventType;
import org.appel.testing.right.model.Opened;

@EventType("org.appel.Opened.v1")
public record OpenedV1(Instant at) {

    public static OpenedV1 of(Opened opened) {
        return new OpenedV1(opened.at());
    }
}
