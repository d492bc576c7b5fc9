/**
 * What happened to published postings, for job boards: the change log in pages and as a stream of events. Who has applied
 * everything up to a place in the log has what this service has.
 *
 * <p>The log itself is in {@code storage}, written with each change. No rule about postings lives in here.
 */
@NullMarked
package org.appel.postings.changes;

import org.jspecify.annotations.NullMarked;
