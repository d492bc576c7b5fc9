package org.appel.applications.messaging;

import org.jspecify.annotations.Nullable;

/** @param zone IANA zone; null if there is no deadline */
public record DeadlineV1(@Nullable String zone) {}
