/**
 * This service's own small copy of the postings, built from topic {@code postings}: what a letter says of a posting.
 *
 * <p>It can be dropped and read again from the topic's beginning, by which nobody is owed a mail again. No other feature
 * writes to it.
 */
@NullMarked
package org.appel.notification.knownposting;

import org.jspecify.annotations.NullMarked;
