/**
 * The shapes in which a posting leaves this service, and the writer of its events.
 *
 * <p>{@code AdV1} is the notice as JSON, in events and in HTTP answers alike; the other records are the events of topic
 * {@code postings}. Their contract is in {@code contracts/events}: within version 1 only optional fields are added.
 */
@NullMarked
package org.appel.postings.messaging;

import org.jspecify.annotations.NullMarked;
