package org.appel.applications.storage;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.KnownPosting;

/**
 * What the intake has before it when a request comes in.
 *
 * @param requestFree false if a request with the same idempotency key is being worked on
 * @param answered the answer that this key got before
 * @param standing the application that this person has already
 */
public record Desk(
        KnownPosting posting,
        boolean requestFree,
        @Nullable Answered answered,
        @Nullable Standing standing) {}
