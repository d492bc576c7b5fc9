package org.appel.postings.storage;

import java.time.Instant;
import java.util.UUID;

/** Where in the feeds' order a posting stands. */
public record FeedPosition(Instant publishedAt, UUID id) {}
