package org.appel.applications.model;

import java.time.Instant;
import java.util.UUID;

/** That somebody looked at something. */
public record Access(UUID id, Instant at, Sight sight, Reader reader) {}
