/**
 * Tells job boards of changes at addresses that they name, by the Standard Webhooks specification.
 *
 * <p>What is told comes from the change log by each webhook's own place in it, so nothing is missed. A message is thin: it
 * says which posting has changed, and the board fetches it.
 */
@NullMarked
package org.appel.postings.webhook;

import org.jspecify.annotations.NullMarked;
