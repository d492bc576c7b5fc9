/**
 * Closes postings whose deadline has passed, each exactly once for each version of its deadline: over any number of
 * replicas, after downtime, and beside people who extend the deadline at the same instant.
 */
@NullMarked
package org.appel.postings.closing;

import org.jspecify.annotations.NullMarked;
