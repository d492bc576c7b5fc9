/**
 * The rules of postings in plain Java: what a posting says, the states it goes through, when it closes, and everything
 * that keeps one from being published.
 *
 * <p>Nothing here knows HTTP, JSON, Kafka or a database; only {@code java.*} is imported.
 */
@NullMarked
package org.appel.postings.model;

import org.jspecify.annotations.NullMarked;
