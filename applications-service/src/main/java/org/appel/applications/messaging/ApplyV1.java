package org.appel.applications.messaging;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How to apply.
 *
 * @param api whether this service takes applications for the posting
 * @param documents kinds that are required; null means none
 */
public record ApplyV1(boolean api, @Nullable List<String> documents) {}
