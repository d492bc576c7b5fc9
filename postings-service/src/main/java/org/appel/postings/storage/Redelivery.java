package org.appel.postings.storage;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Which entries of the change log are to be sent again; every bound that is there holds.
 *
 * @param fromSeq first entry
 * @param toSeq last entry
 * @param fromTime not before
 * @param toTime before
 */
public record Redelivery(
        @Nullable Long fromSeq,
        @Nullable Long toSeq,
        @Nullable Instant fromTime,
        @Nullable Instant toTime) {}
