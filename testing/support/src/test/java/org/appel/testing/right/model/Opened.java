package org.appel.testing.right.model;

import java.time.Instant;

public record Opened(Instant at) {}
