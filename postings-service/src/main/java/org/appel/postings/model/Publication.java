package org.appel.postings.model;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a posting gains by being published.
 *
 * @param version 1 at publication; each change that the public sees adds 1, closing does not
 * @param deadlineVersion 1 for the first deadline; each new one adds 1
 * @param publishedAt when it was opened first
 * @param closesAt first instant at which applications are no longer taken; null when open until filled
 */
public record Publication(
        int version,
        int deadlineVersion,
        Instant publishedAt,
        @Nullable Instant closesAt) {

    Publication amended() {
        return new Publication(version + 1, deadlineVersion, publishedAt, closesAt);
    }

    Publication withDeadline(@Nullable Instant newClosesAt) {
        return new Publication(version + 1, deadlineVersion + 1, publishedAt, newClosesAt);
    }
}
