package org.appel.testing.wrong.messaging;

public record PingV1(String text) {}
