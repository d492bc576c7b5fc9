package org.appel.testing.wrong.intake;

import org.appel.messaging.EventType;

@EventType("org.appel.Pong.v1")
record PongV1(String text) {}
