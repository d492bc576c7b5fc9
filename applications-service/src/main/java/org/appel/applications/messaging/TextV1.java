package org.appel.applications.messaging;

/** A posting's text in one language; of it only the title matters here. */
public record TextV1(String title) {}
